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
    static final long UINT32 = 0xFFFF_FFFFL;
    private static final int LOWEST_RANK = -3;
    private static final int HIGHEST_RANK = 16;

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
        long checked = number(rank, line);
        if (checked < LOWEST_RANK || checked > HIGHEST_RANK) {
            throw new NodeSetException(ModelCode.BAD_VALUE, line, "ValueRank " + rank);
        }
        return new Shape(id(dataType, line), (int) checked, dimensions(dimensions, line));
    }

    private static List<Long> dimensions(String text, int line) throws NodeSetException {
        List<Long> dimensions = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            dimensions.add(number(part.trim(), UINT32, line));
        }
        return dimensions;
    }

    /** A number from 0 to {@code largest}. */
    static long number(String text, long largest, int line) throws NodeSetException {
        long number = number(text, line);
        if (number < 0 || number > largest) {
            throw new NodeSetException(ModelCode.BAD_VALUE, line, text);
        }
        return number;
    }

    static long number(String text, int line) throws NodeSetException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NodeSetException(ModelCode.BAD_VALUE, line, text);
        }
    }
}
