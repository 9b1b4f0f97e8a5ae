package org.keyway.opcua.space;

/** Something that the gateway itself shows or offers, beyond its machines; bound in a {@code Multibinder}. */
public interface GatewayFeature {
    /** Adds nodes to the gateway's object; called once at each start of the server. */
    void attach(GatewayNode gateway);

    /** The server stops. */
    default void detach() {}
}
