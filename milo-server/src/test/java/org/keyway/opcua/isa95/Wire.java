package org.keyway.opcua.isa95;

import java.util.HexFormat;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.ServerTable;
import org.eclipse.milo.opcua.stack.core.channel.EncodingLimits;
import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingManager;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingManager;
import org.eclipse.milo.opcua.stack.core.types.DataTypeManager;
import org.eclipse.milo.opcua.stack.core.types.DefaultDataTypeManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** Structures and their bytes, in a server whose namespaces stand elsewhere than usual. */
final class Wire implements EncodingContext {
    static final int DEEPEST = 32;

    private final NamespaceTable namespaces = new NamespaceTable();
    private final ServerTable servers = new ServerTable();
    private final DataTypeManager types;

    Wire() {
        namespaces.add("urn:somebody");
        namespaces.add(Isa95DataType.MACHINERY_JOBS);
        namespaces.add(Isa95DataType.JOB_CONTROL);
        types = DefaultDataTypeManager.createAndInitialize(namespaces);
        Isa95DataType.register(types, namespaces);
    }

    ExtensionObject encoded(Isa95Structure structure) {
        return ExtensionObject.encode(this, structure);
    }

    String bytes(Isa95Structure structure) {
        return HexFormat.of().formatHex(((ByteString) encoded(structure).getBody()).bytesOrEmpty());
    }

    Isa95Structure decoded(Isa95DataType type, String hex) {
        return decoded(type, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    Isa95Structure decoded(Isa95DataType type, byte[] bytes) {
        NodeId encoding = type.binaryEncodingId().toNodeId(namespaces).orElseThrow();
        return (Isa95Structure)
                ExtensionObject.of(ByteString.of(bytes), encoding).decode(this);
    }

    Isa95Structure thereAndBack(Isa95Structure structure) {
        return decoded(Isa95DataType.of(structure.getClass()), bytes(structure));
    }

    @Override
    public DataTypeManager getDataTypeManager() {
        return types;
    }

    @Override
    public EncodingManager getEncodingManager() {
        return DefaultEncodingManager.createAndInitialize();
    }

    @Override
    public EncodingLimits getEncodingLimits() {
        return new EncodingLimits(65_535, 16, 512 * 1024, DEEPEST);
    }

    @Override
    public NamespaceTable getNamespaceTable() {
        return namespaces;
    }

    @Override
    public ServerTable getServerTable() {
        return servers;
    }
}
