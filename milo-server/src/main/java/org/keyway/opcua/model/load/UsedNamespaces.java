package org.keyway.opcua.model.load;

import java.util.Set;
import java.util.TreeSet;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelArgument;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;

/** The namespaces that a model speaks of, whether or not it says that it requires them. */
public final class UsedNamespaces {
    private final Set<String> uris = new TreeSet<>();

    private UsedNamespaces() {}

    /** Their URIs, OPC UA's and the model's own among them. */
    public static Set<String> of(Model model) {
        UsedNamespaces used = new UsedNamespaces();
        model.requires().forEach(each -> used.uris.add(each.uri()));
        model.nodes().forEach(used::node);
        return used.uris;
    }

    private void node(ModelNode node) {
        uris.add(node.browseName().namespace());
        node.references().forEach(each -> {
            id(each.type());
            id(each.target());
        });
        if (node.body() instanceof NodeBody.OfVariable variable) {
            id(variable.shape().dataType());
            value(variable.value());
        }
        if (node.body() instanceof NodeBody.OfVariableType type) {
            id(type.shape().dataType());
            value(type.value());
        }
        if (node.body() instanceof NodeBody.OfDataType type) {
            type.definition().fields().forEach(field -> id(field.shape().dataType()));
        }
    }

    private void value(ModelValue value) {
        for (Object element : value.elements()) {
            if (element instanceof ExpandedNodeId id) {
                id(id);
            } else if (element instanceof ModelName name) {
                uris.add(name.namespace());
            } else if (element instanceof ModelArgument argument) {
                id(argument.shape().dataType());
            }
        }
    }

    private void id(ExpandedNodeId id) {
        uris.add(String.valueOf(id.getNamespaceUri()));
    }
}
