package org.keyway.profile;

/** The type of a parameter's value, by its OPC UA name (OPC 10000-6 5.1.2); {@link #NC_PROGRAM} is several texts in one. */
public enum ValueType {
    BOOLEAN("Boolean", 1, false),
    SBYTE("SByte", 8, true),
    BYTE("Byte", 8, false),
    INT16("Int16", 16, true),
    UINT16("UInt16", 16, false),
    INT32("Int32", 32, true),
    UINT32("UInt32", 32, false),
    INT64("Int64", 64, true),
    UINT64("UInt64", 64, false),
    FLOAT("Float", 32, true),
    DOUBLE("Double", 64, true),
    STRING("String", 0, false),
    /** An ISO 8601 instant, on a tick of 100 ns, after 1601 and before the last second of 9999 (OPC 10000-6 5.2.2.5). */
    DATE_TIME("DateTime", 0, false),
    GUID("Guid", 0, false),
    /** In base64. */
    BYTE_STRING("ByteString", 0, false),
    /** Well-formed, without a document type. */
    XML_ELEMENT("XmlElement", 0, false),
    /** {@code nsu=<uri>;s=<id>}, or {@code i=<number>} of the OPC UA namespace (OPC 10000-6 5.3.1.10). */
    NODE_ID("NodeId", 0, false),
    /** A node id that may begin with {@code svr=<index>;} (OPC 10000-6 5.3.1.11). */
    EXPANDED_NODE_ID("ExpandedNodeId", 0, false),
    /** {@code 0x} and eight hexadecimal digits. */
    STATUS_CODE("StatusCode", 0, false),
    /** {@code nsu=<uri>;<name>}, or a name of the OPC UA namespace. */
    QUALIFIED_NAME("QualifiedName", 0, false),
    LOCALIZED_TEXT("LocalizedText", 0, false),
    /** The name, version and SHA-256 of an NC program; on the machine each is a String of its own. */
    NC_PROGRAM("NcProgram", 0, false);

    private final String opcUaName;
    private final int bits;
    private final boolean signed;

    ValueType(String opcUaName, int bits, boolean signed) {
        this.opcUaName = opcUaName;
        this.bits = bits;
        this.signed = signed;
    }

    /** The type's name as OPC UA writes it, such as {@code UInt16}. */
    public String opcUaName() {
        return opcUaName;
    }

    /** How many bits a value takes; 0 for text. */
    public int bits() {
        return bits;
    }

    /** Whether numbers of this type can be negative. */
    public boolean isSigned() {
        return signed;
    }

    /** Whether values of this type are numbers. */
    public boolean isNumeric() {
        return bits > 1;
    }

    /** Whether values of this type are whole numbers. */
    public boolean isInteger() {
        return isNumeric() && this != FLOAT && this != DOUBLE;
    }
}
