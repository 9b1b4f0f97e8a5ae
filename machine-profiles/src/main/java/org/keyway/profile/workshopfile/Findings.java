package org.keyway.profile.workshopfile;

import java.util.Map;

/** Takes what is wrong with a thing, and knows where it stands: in a line of a file, or at a path of what came without one. */
interface Findings {
    /** Something is wrong with what stands under a key; with the whole when there is no such key. */
    void add(String key, ImportCode code, Map<String, ?> facts);

    /** Something is wrong with an entry of what stands under a key. */
    void add(String key, String entry, ImportCode code, Map<String, ?> facts);
}
