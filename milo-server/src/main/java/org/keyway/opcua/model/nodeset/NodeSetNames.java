package org.keyway.opcua.model.nodeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.Shape;

/** What a file's own indexes and aliases stand for. */
final class NodeSetNames {
    private final Map<String, String> aliases = new HashMap<>();
    private LocalNamespaces namespaces = new LocalNamespaces(List.of());

    void namespaces(List<String> uris) {
        namespaces = new LocalNamespaces(uris);
    }

    LocalNamespaces namespaces() {
        return namespaces;
    }

    void alias(String alias, String id) {
        aliases.put(alias, id);
    }

    ExpandedNodeId id(String text, int line) throws NodeSetException {
        String id = aliases.getOrDefault(text, text);
        if (!id.contains("=")) {
            throw new NodeSetException(ModelCode.UNKNOWN_ALIAS, line, text);
        }
        return namespaces.id(id).orElseThrow(() -> new NodeSetException(ModelCode.UNKNOWN_NAMESPACE, line, text));
    }

    ModelName name(String text, int line) throws NodeSetException {
        return namespaces.name(text).orElseThrow(() -> new NodeSetException(ModelCode.UNKNOWN_NAMESPACE, line, text));
    }

    /** @param dimensions numbers with commas between them, or nothing */
    Shape shape(String dataType, String rank, String dimensions, int line) throws NodeSetException {
        return new Shape(id(dataType, line), (int) number(rank, line), dimensions(dimensions, line));
    }

    private static List<Long> dimensions(String text, int line) throws NodeSetException {
        List<Long> dimensions = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            dimensions.add(number(part.trim(), line));
        }
        return dimensions;
    }

    static long number(String text, int line) throws NodeSetException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NodeSetException(ModelCode.BAD_VALUE, line, text);
        }
    }
}
