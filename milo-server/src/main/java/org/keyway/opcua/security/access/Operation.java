package org.keyway.opcua.security.access;

/** What can be done with a node (OPC 10000-3 8.55, as far as we have it). */
enum Operation {
    /** Browse it, and read its attributes and its value. */
    READ,
    /** Write its value. */
    WRITE,
    /** Call it. */
    CALL,
    /** Receive its events. */
    RECEIVE_EVENTS
}
