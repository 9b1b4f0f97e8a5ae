package org.keyway.opcua.security.audit;

/** Who acts where somebody works on the computer itself instead of over the network. */
public final class Actor {
    private Actor() {}

    /** The name by which this process runs, such as {@code os:wang}; the system vouches for it, and for the files it may change. */
    public static String here() {
        return "os:" + System.getProperty("user.name", "?");
    }
}
