package org.keyway.profile;

/** Gives the workshop in force at this moment; an import replaces it whole. */
public interface WorkshopSource {
    Workshop current();

    /** Calls the listener after each import or release has taken effect, on the importer's thread. */
    void onChange(Runnable listener);
}
