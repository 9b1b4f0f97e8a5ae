package org.keyway.opcua.model;

/** The numeric ids of Devices (OPC 10000-100) that instances need. */
public final class DiIds {
    // entry points
    public static final int DEVICE_SET = 5001;
    public static final int NETWORK_SET = 6078;
    public static final int DEVICE_TOPOLOGY = 6094;

    // object types
    public static final int TOPOLOGY_ELEMENT_TYPE = 1001;
    public static final int DEVICE_TYPE = 1002;
    public static final int BLOCK_TYPE = 1003;
    public static final int FUNCTIONAL_GROUP_TYPE = 1005;
    public static final int NETWORK_TYPE = 6247;
    public static final int CONNECTION_POINT_TYPE = 6308;
    public static final int LOCKING_SERVICES_TYPE = 6388;
    public static final int COMPONENT_TYPE = 15063;

    // reference types
    public static final int CONNECTS_TO = 6030;
    public static final int CONNECTS_TO_PARENT = 6467;

    // data types
    public static final int DEVICE_HEALTH_ENUMERATION = 6244;

    private DiIds() {}
}
