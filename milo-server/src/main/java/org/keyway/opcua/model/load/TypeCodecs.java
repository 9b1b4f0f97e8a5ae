package org.keyway.opcua.model.load;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.core.types.codec.DynamicCodecFactory;
import org.eclipse.milo.opcua.sdk.core.typetree.DataType;
import org.eclipse.milo.opcua.sdk.core.typetree.DataTypeTree;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.stack.core.encoding.DataTypeCodec;
import org.eclipse.milo.opcua.stack.core.types.DataTypeManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureDefinition;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.NodeBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers a codec for every structure of a model that has none yet. */
final class TypeCodecs {
    private static final Logger LOG = LoggerFactory.getLogger(TypeCodecs.class);

    private final OpcUaServer server;
    private final ServerIds ids;

    TypeCodecs(OpcUaServer server, ServerIds ids) {
        this.server = server;
        this.ids = ids;
    }

    /** Registers what is missing, and answers the types for which there can't be a codec. The type tree has to be there. */
    List<String> register(Model model) {
        DataTypeTree tree = server.getDataTypeTree();
        List<String> unusable = new ArrayList<>();
        for (ModelNode node : model.nodes()) {
            if (node.body() instanceof NodeBody.OfDataType type && !type.isAbstract()) {
                DataType dataType = tree.getDataType(ids.id(node.id()));
                if (dataType != null
                        && dataType.getDataTypeDefinition() instanceof StructureDefinition
                        && !register(dataType, tree)) {
                    unusable.add(node.browseName().name());
                }
            }
        }
        return unusable;
    }

    private boolean register(DataType type, DataTypeTree tree) {
        NodeId binary = type.getBinaryEncodingId();
        if (binary == null || binary.isNull()) {
            return true;
        }
        try {
            DataTypeCodec codec = DynamicCodecFactory.create(type, tree);
            // Arguments of calls are decoded with the static one, values that clients discover with the other.
            registerIn(server.getStaticDataTypeManager(), type, codec);
            registerIn(server.getDynamicDataTypeManager(), type, codec);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("no codec for {}", type.getBrowseName(), e);
            return false;
        }
    }

    private static void registerIn(DataTypeManager types, DataType type, DataTypeCodec codec) {
        if (types.getCodec(type.getNodeId()) == null) {
            types.registerType(
                    type.getNodeId(),
                    codec,
                    type.getBinaryEncodingId(),
                    type.getXmlEncodingId(),
                    type.getJsonEncodingId());
        }
    }
}
