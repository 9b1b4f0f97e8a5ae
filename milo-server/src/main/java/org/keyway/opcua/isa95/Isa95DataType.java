package org.keyway.opcua.isa95;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.DataTypeManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/** The data types of {@link Isa95Structure}s, with the NodeIds that their standards gave them. */
@SuppressWarnings("ImmutableEnumChecker") // codecs and node ids never change; the stack doesn't say so
public enum Isa95DataType {
    PROPERTY(Isa95Property.class, Isa95DataType.JOB_CONTROL, 3002, 5002),
    PARAMETER(Isa95Parameter.class, Isa95DataType.JOB_CONTROL, 3003, 5005),
    EQUIPMENT(Isa95Equipment.class, Isa95DataType.JOB_CONTROL, 3005, 5008),
    STATE(Isa95State.class, Isa95DataType.JOB_CONTROL, 3006, 5029),
    WORK_MASTER(Isa95WorkMaster.class, Isa95DataType.JOB_CONTROL, 3007, 5011),
    JOB_ORDER(Isa95JobOrder.class, Isa95DataType.JOB_CONTROL, 3008, 5014),
    MATERIAL(Isa95Material.class, Isa95DataType.JOB_CONTROL, 3010, 5017),
    PERSONNEL(Isa95Personnel.class, Isa95DataType.JOB_CONTROL, 3011, 5020),
    PHYSICAL_ASSET(Isa95PhysicalAsset.class, Isa95DataType.JOB_CONTROL, 3012, 5023),
    JOB_RESPONSE(Isa95JobResponse.class, Isa95DataType.JOB_CONTROL, 3013, 5026),
    JOB_ORDER_AND_STATE(Isa95JobOrderAndState.class, Isa95DataType.JOB_CONTROL, 3015, 5032),
    OUTPUT_INFORMATION(OutputInformation.class, Isa95DataType.MACHINERY_JOBS, 3012, 5003);

    /** The namespace of OPC 10031-4, version 2. */
    public static final String JOB_CONTROL = "http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/";

    /** The namespace of OPC 40001-3. */
    public static final String MACHINERY_JOBS = "http://opcfoundation.org/UA/Machinery/Jobs/";

    private static final Map<Class<?>, Isa95DataType> BY_RECORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(type -> type.codec.getType(), Function.identity()));

    private final StructureCodec<?> codec;
    private final ExpandedNodeId typeId;
    private final ExpandedNodeId binaryEncodingId;

    Isa95DataType(Class<? extends Isa95Structure> structure, String namespace, int type, int binaryEncoding) {
        codec = new StructureCodec<>(structure);
        typeId = ExpandedNodeId.of(namespace, type);
        binaryEncodingId = ExpandedNodeId.of(namespace, binaryEncoding);
    }

    static Isa95DataType of(Class<?> structure) {
        Isa95DataType type = BY_RECORD.get(structure);
        if (type == null) {
            throw new IllegalArgumentException("no data type " + structure.getSimpleName());
        }
        return type;
    }

    StructureCodec<?> codec() {
        return codec;
    }

    /**
     * The data type's id in a server.
     *
     * @throws IllegalStateException when the table lacks the namespace
     */
    public NodeId dataType(NamespaceTable namespaces) {
        return local(typeId, namespaces);
    }

    /**
     * The id of the binary encoding in a server.
     *
     * @throws IllegalStateException when the table lacks the namespace
     */
    public NodeId encoding(NamespaceTable namespaces) {
        return local(binaryEncodingId, namespaces);
    }

    ExpandedNodeId typeId() {
        return typeId;
    }

    ExpandedNodeId binaryEncodingId() {
        return binaryEncodingId;
    }

    /**
     * Makes a server or client encode and decode these types with our codecs, whatever it used before.
     *
     * @throws IllegalStateException when the table lacks the namespace of one
     */
    public static void register(DataTypeManager types, NamespaceTable namespaces) {
        for (Isa95DataType type : values()) {
            types.registerType(
                    local(type.typeId, namespaces), type.codec, local(type.binaryEncodingId, namespaces), null, null);
        }
    }

    private static NodeId local(ExpandedNodeId id, NamespaceTable namespaces) {
        UShort index = namespaces.getIndex(id.getNamespaceUri());
        if (index == null) {
            throw new IllegalStateException("no namespace " + id.getNamespaceUri());
        }
        return new NodeId(index, (UInteger) id.getIdentifier());
    }
}
