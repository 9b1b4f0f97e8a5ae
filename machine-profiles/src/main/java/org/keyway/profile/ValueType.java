package org.keyway.profile;

/** The type of a parameter's value, by its OPC UA name (OPC 10000-6 5.1.2). */
public enum ValueType {
    BOOLEAN("Boolean", 1, false),
    SBYTE("SByte", 8, true),
    BYTE("Byte", 8, false),
    INT16("Int16", 16, true),
    UINT16("UInt16", 16, false),
    INT32("Int32", 32, true),
    UINT32("UInt32", 32, false),
    INT64("Int64", 64, true),
    FLOAT("Float", 32, true),
    DOUBLE("Double", 64, true),
    STRING("String", 0, false);

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
        return this != BOOLEAN && this != STRING;
    }
}
