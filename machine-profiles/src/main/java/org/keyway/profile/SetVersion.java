package org.keyway.profile;

/** A version of a parameter set. */
public record SetVersion(String set, int version) {
    /** As people write it, such as {@code CB-150-OP20 v3}. */
    @Override
    public String toString() {
        return set + " v" + version;
    }
}
