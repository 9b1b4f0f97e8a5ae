package org.keyway.opcua.model;

/** The numeric ids of Machinery (OPC 40001-1) that instances need. */
public final class MachineryIds {
    // the entry point of all machines
    public static final int MACHINES = 1001;

    // object types
    public static final int MACHINERY_ITEM_STATE_STATE_MACHINE_TYPE = 1002;
    public static final int MACHINERY_ITEM_IDENTIFICATION_TYPE = 1004;
    public static final int MACHINERY_COMPONENT_IDENTIFICATION_TYPE = 1005;
    public static final int MACHINE_COMPONENTS_TYPE = 1006;
    public static final int MACHINERY_OPERATION_MODE_STATE_MACHINE_TYPE = 1008;
    public static final int MACHINERY_OPERATION_COUNTER_TYPE = 1009;
    public static final int MACHINE_IDENTIFICATION_TYPE = 1012;
    public static final int MACHINERY_EQUIPMENT_FOLDER_TYPE = 1013;
    public static final int MONITORING_TYPE = 1014;
    public static final int MACHINERY_LIFETIME_COUNTER_TYPE = 1015;
    public static final int NOTIFICATIONS_TYPE = 1017;

    private MachineryIds() {}
}
