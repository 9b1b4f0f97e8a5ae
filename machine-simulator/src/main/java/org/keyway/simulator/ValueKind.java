package org.keyway.simulator;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.lang.reflect.Array;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;

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
    UINT64(OpcUaDataType.UInt64),
    FLOAT(OpcUaDataType.Float),
    DOUBLE(OpcUaDataType.Double),
    STRING(OpcUaDataType.String),
    DATE_TIME(OpcUaDataType.DateTime),
    GUID(OpcUaDataType.Guid),
    BYTE_STRING(OpcUaDataType.ByteString),
    XML_ELEMENT(OpcUaDataType.XmlElement),
    NODE_ID(OpcUaDataType.NodeId),
    EXPANDED_NODE_ID(OpcUaDataType.ExpandedNodeId),
    STATUS_CODE(OpcUaDataType.StatusCode),
    QUALIFIED_NAME(OpcUaDataType.QualifiedName),
    LOCALIZED_TEXT(OpcUaDataType.LocalizedText);

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
            case UINT64 -> ulong(0);
            case STRING -> "";
            case DATE_TIME -> DateTime.MIN_VALUE;
            case GUID -> new UUID(0, 0);
            case BYTE_STRING -> ByteString.of(new byte[0]);
            case XML_ELEMENT -> XmlElement.of("<none/>");
            case NODE_ID -> NodeId.NULL_VALUE;
            case EXPANDED_NODE_ID -> ExpandedNodeId.NULL_VALUE;
            case STATUS_CODE -> StatusCode.GOOD;
            case QUALIFIED_NAME -> new QualifiedName(0, "none");
            case LOCALIZED_TEXT -> LocalizedText.english("");
        };
    }

    /** The array before the first write: none. */
    public Object noElements() {
        return Array.newInstance(dataType.getBackingClass(), 0);
    }
}
