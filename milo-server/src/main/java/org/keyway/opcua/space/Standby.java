package org.keyway.opcua.space;

/** Something that only one of several servers on a database does at a time; bound in a {@code Multibinder}. */
public interface Standby {
    /** Whether another server does it, so that clients are better off there. Answers at once. */
    boolean standsBy();
}
