package org.keyway.opcua.model;

/** The numeric ids of ISA-95 Job Control V2 (OPC 10031-4) that instances need. */
public final class JobControlIds {
    // object types and the event type
    public static final int PREPARE_STATE_MACHINE_TYPE = 1001;
    public static final int JOB_ORDER_RECEIVER_OBJECT_TYPE = 1002;
    public static final int JOB_RESPONSE_PROVIDER_OBJECT_TYPE = 1003;
    public static final int JOB_RESPONSE_RECEIVER_OBJECT_TYPE = 1004;
    public static final int ENDED_STATE_MACHINE_TYPE = 1005;
    public static final int JOB_ORDER_STATUS_EVENT_TYPE = 1006;
    public static final int INTERRUPTED_STATE_MACHINE_TYPE = 1007;
    public static final int JOB_ORDER_RECEIVER_SUB_STATES_TYPE = 1008;

    // structures
    public static final int PROPERTY_DATA_TYPE = 3002;
    public static final int PARAMETER_DATA_TYPE = 3003;
    public static final int EQUIPMENT_DATA_TYPE = 3005;
    public static final int STATE_DATA_TYPE = 3006;
    public static final int WORK_MASTER_DATA_TYPE = 3007;
    public static final int JOB_ORDER_DATA_TYPE = 3008;
    public static final int MATERIAL_DATA_TYPE = 3010;
    public static final int PERSONNEL_DATA_TYPE = 3011;
    public static final int PHYSICAL_ASSET_DATA_TYPE = 3012;
    public static final int JOB_RESPONSE_DATA_TYPE = 3013;
    public static final int JOB_ORDER_AND_STATE_DATA_TYPE = 3015;

    // methods, as the receiver and the provider declare them
    public static final int STORE = 7001;
    public static final int REQUEST_JOB_RESPONSE_BY_JOB_ORDER_ID = 7002;
    public static final int RECEIVE_JOB_RESPONSE = 7003;
    public static final int STORE_AND_START = 7004;
    public static final int START = 7005;
    public static final int STOP = 7006;
    public static final int PAUSE = 7007;
    public static final int RESUME = 7008;
    public static final int UPDATE = 7009;
    public static final int ABORT = 7010;
    public static final int CANCEL = 7011;
    public static final int CLEAR = 7012;
    public static final int REVOKE_START = 7013;
    public static final int REQUEST_JOB_RESPONSE_BY_JOB_ORDER_STATE = 7014;

    // binary encodings of the structures
    public static final int PROPERTY_BINARY = 5002;
    public static final int PARAMETER_BINARY = 5005;
    public static final int EQUIPMENT_BINARY = 5008;
    public static final int WORK_MASTER_BINARY = 5011;
    public static final int JOB_ORDER_BINARY = 5014;
    public static final int MATERIAL_BINARY = 5017;
    public static final int PERSONNEL_BINARY = 5020;
    public static final int PHYSICAL_ASSET_BINARY = 5023;
    public static final int JOB_RESPONSE_BINARY = 5026;
    public static final int STATE_BINARY = 5029;
    public static final int JOB_ORDER_AND_STATE_BINARY = 5032;

    private JobControlIds() {}
}
