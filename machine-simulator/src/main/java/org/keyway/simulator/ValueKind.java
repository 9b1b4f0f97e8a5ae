package org.keyway.simulator;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import org.eclipse.milo.opcua.stack.core.OpcUaDataType;

/** The type of a node, and the value that it holds before anyone wrote one. */
public enum ValueKind {
    BOOLEAN(OpcUaDataType.Boolean),
    SBYTE(OpcUaDataType.SByte),
    BYTE(OpcUaDataType.Byte),
    INT16(OpcUaDataType.Int16),
    UINT16(OpcUaDataType.UInt16),
    INT32(OpcUaDataType.Int32),
    UINT32(OpcUaDataType.UInt32),
    INT64(OpcUaDataType.Int64),
    FLOAT(OpcUaDataType.Float),
    DOUBLE(OpcUaDataType.Double),
    STRING(OpcUaDataType.String);

    private final OpcUaDataType dataType;

    ValueKind(OpcUaDataType dataType) {
        this.dataType = dataType;
    }

    /** The built-in type of OPC UA. */
    public OpcUaDataType dataType() {
        return dataType;
    }

    /** The value before the first write. */
    public Object initial() {
        return switch (this) {
            case BOOLEAN -> false;
            case SBYTE -> (byte) 0;
            case BYTE -> ubyte(0);
            case INT16 -> (short) 0;
            case UINT16 -> ushort(0);
            case INT32 -> 0;
            case UINT32 -> uint(0);
            case INT64 -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0.0;
            case STRING -> "";
        };
    }
}
