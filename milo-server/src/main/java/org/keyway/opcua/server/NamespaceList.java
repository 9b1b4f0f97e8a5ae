package org.keyway.opcua.server;

import java.util.List;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.IdType;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.model.BuiltinText;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.space.Namespaces;
import org.keyway.opcua.space.NodeMaker;

/** Describes the namespaces that don't describe themselves, with a NamespaceMetadata each (OPC 10000-5 6.3.13). */
final class NamespaceList {
    private final NodeMaker maker;
    private final UaNode list;

    /** @param maker of nodes that belong to no machine */
    NamespaceList(OpcUaServer server, NodeMaker maker) {
        this.maker = maker;
        this.list = server.getAddressSpaceManager()
                .getManagedNode(NodeIds.Server_Namespaces)
                .orElseThrow(() -> new IllegalStateException("a server without Namespaces"));
    }

    /** Describes our instances, whose ids are all strings, and those of the models that need it. */
    void describe(List<Model> models) {
        describe(Namespaces.MACHINES, null, null, IdType.String);
        for (Model model : models) {
            if (model.nodes().stream().noneMatch(NamespaceList::isMetadata)) {
                describe(model.uri(), model.version(), published(model), IdType.Numeric);
            }
        }
    }

    private static boolean isMetadata(ModelNode node) {
        return node.references().stream().anyMatch(each -> each.target().equalTo(NodeIds.NamespaceMetadataType));
    }

    private static @Nullable DateTime published(Model model) {
        try {
            return (DateTime) BuiltinText.parse("DateTime", model.published()).orElseThrow();
        } catch (RuntimeException e) {
            return null; // some files state a date that is none
        }
    }

    private void describe(String uri, @Nullable String version, @Nullable DateTime published, IdType ids) {
        UaObjectNode metadata = maker.object(
                list, new QualifiedName(list.getNodeId().getNamespaceIndex(), uri), NodeIds.NamespaceMetadataType);
        property(metadata, "NamespaceUri", NodeIds.String, uri);
        property(metadata, "NamespaceVersion", NodeIds.String, version);
        property(metadata, "NamespacePublicationDate", NodeIds.DateTime, published);
        property(metadata, "IsNamespaceSubset", NodeIds.Boolean, false);
        maker.arrayProperty(metadata, name("StaticNodeIdTypes"), NodeIds.IdType, new Integer[] {ids.getValue()});
        maker.arrayProperty(metadata, name("StaticNumericNodeIdRange"), NodeIds.NumericRange, new String[0]);
        property(metadata, "StaticStringNodeIdPattern", NodeIds.String, "");
    }

    private void property(UaObjectNode metadata, String name, NodeId type, @Nullable Object value) {
        maker.property(metadata, name(name), type, value);
    }

    private static QualifiedName name(String name) {
        return new QualifiedName(0, name);
    }
}
