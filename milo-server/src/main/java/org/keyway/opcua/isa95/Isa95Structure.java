package org.keyway.opcua.isa95;

import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;

/**
 * A structure whose record is its description: the components stand in the order of the wire, one that is {@code Optional}
 * has a bit in the encoding mask, and a {@code List} is an array. What is null on the wire is absent, or empty where the
 * field is mandatory.
 */
public sealed interface Isa95Structure extends UaStructuredType
        permits Isa95Equipment,
                Isa95JobOrder,
                Isa95JobOrderAndState,
                Isa95JobResponse,
                Isa95Material,
                Isa95Parameter,
                Isa95Personnel,
                Isa95PhysicalAsset,
                Isa95Property,
                Isa95State,
                Isa95WorkMaster,
                OutputInformation {
    @Override
    default ExpandedNodeId getTypeId() {
        return Isa95DataType.of(getClass()).typeId();
    }

    @Override
    default ExpandedNodeId getBinaryEncodingId() {
        return Isa95DataType.of(getClass()).binaryEncodingId();
    }

    @Override
    default ExpandedNodeId getXmlEncodingId() {
        return ExpandedNodeId.NULL_VALUE;
    }

    @Override
    default ExpandedNodeId getJsonEncodingId() {
        return ExpandedNodeId.NULL_VALUE;
    }
}
