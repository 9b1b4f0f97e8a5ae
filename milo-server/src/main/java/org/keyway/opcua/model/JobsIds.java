package org.keyway.opcua.model;

/** The numeric ids of Machinery Job Management (OPC 40001-3) that instances need. */
public final class JobsIds {
    // object types
    public static final int JOB_MANAGEMENT_TYPE = 1003;

    // data types
    public static final int JOB_EXECUTION_MODE = 3003;
    public static final int PROCESS_IRREGULARITY = 3004;
    public static final int JOB_RESULT = 3006;
    public static final int OUTPUT_INFO_TYPE = 3009;
    public static final int OUTPUT_INFORMATION_DATA_TYPE = 3012;
    public static final int BOM_COMPONENT_INFORMATION_DATA_TYPE = 3015;
    public static final int BOM_INFORMATION_DATA_TYPE = 3018;
    public static final int OUTPUT_PERFORMANCE_INFO_DATA_TYPE = 3021;

    // binary encodings of the structures
    public static final int OUTPUT_INFORMATION_BINARY = 5003;
    public static final int BOM_COMPONENT_INFORMATION_BINARY = 5005;
    public static final int BOM_INFORMATION_BINARY = 5007;
    public static final int OUTPUT_PERFORMANCE_INFO_BINARY = 5009;

    private JobsIds() {}
}
