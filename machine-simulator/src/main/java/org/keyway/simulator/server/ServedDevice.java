package org.keyway.simulator.server;

/** A device that is seen through an OPC UA server, be it its own or one that it shares. */
public interface ServedDevice {
    /** Adds the device's namespaces to a server that is about to start, perhaps after another that has stopped. */
    void installOn(LoopbackServer server);
}
