package org.keyway.profile;

/** The type of a parameter's value, by its OPC UA name (OPC 10000-6 5.1.2). */
public enum ValueType {
    BOOLEAN,
    SBYTE,
    BYTE,
    INT16,
    UINT16,
    INT32,
    UINT32,
    INT64,
    FLOAT,
    DOUBLE,
    STRING;

    /** Whether values of this type are numbers. */
    public boolean isNumeric() {
        return this != BOOLEAN && this != STRING;
    }
}
