package org.keyway.profile.workshopfile;

/** The text of one workshop file, wherever it was found. */
public record WorkshopText(String file, String content) implements WorkshopFile {}
