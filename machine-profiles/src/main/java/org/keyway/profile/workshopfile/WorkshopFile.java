package org.keyway.profile.workshopfile;

/** One file to import, wherever it was found. */
public sealed interface WorkshopFile permits WorkshopText, WorkshopSheet {
    /** What people know it by. */
    String file();
}
