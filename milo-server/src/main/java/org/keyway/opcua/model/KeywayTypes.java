package org.keyway.opcua.model;

/** The numeric ids of our own types; given once and never changed. */
public final class KeywayTypes {
    // object types
    public static final int MACHINE_PROXY = 1001;
    public static final int HANDOVER = 1002;
    public static final int DELIVERY = 1003;
    public static final int DEVICE_LINK = 1004;
    public static final int GATEWAY = 1005;
    public static final int JOB_ORDER_STATUS_EVENT = 1101;
    public static final int MISMATCH_EVENT = 1102;
    public static final int HANDOVER_EVENT = 1103;

    // variable types
    public static final int MACHINING_PARAMETER = 2001;
    public static final int DISCRETE_PARAMETER = 2002;

    // data types
    public static final int VERIFY_STATUS = 3001;

    // methods, as the types declare them
    public static final int SUBMIT_SCAN = 7001;
    public static final int CONFIRM_MANUAL = 7002;
    public static final int WITHDRAW_OFFER = 7003;
    public static final int REPORT_STATE = 7004;
    public static final int RESOLVE_IDENTIFIER = 7005;

    // roles
    public static final int MACHINE_CLIENT = 8001;
    public static final int MES_CLIENT = 8002;

    private KeywayTypes() {}
}
