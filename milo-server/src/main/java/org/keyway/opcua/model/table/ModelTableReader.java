package org.keyway.opcua.model.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.Shape;

/** Reads a table. Tables are part of the program: one that is wrong is a fault and throws. */
public final class ModelTableReader {
    private final String table;
    private final List<String> uris = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final List<Model.Required> requires = new ArrayList<>();
    private final List<ModelNode> nodes = new ArrayList<>();
    private LocalNamespaces namespaces = new LocalNamespaces(List.of());
    private Model header = new Model("", "", "", List.of(), List.of());
    private @Nullable TableNode open;

    private ModelTableReader(String table) {
        this.table = table;
    }

    /**
     * Reads a table to its end.
     *
     * @param name what messages call it
     * @throws IllegalStateException when a line of it is wrong
     */
    public static Model read(String name, BufferedReader lines) throws IOException {
        ModelTableReader reader = new ModelTableReader(name);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                reader.take(TableLine.of(name, number, line), line.startsWith("\t"));
            }
        }
        return reader.end();
    }

    private Model end() {
        close();
        return new Model(header.uri(), header.version(), header.published(), requires, nodes);
    }

    private void take(TableLine line, boolean inner) {
        try {
            if (inner) {
                TableNode node = open;
                if (node == null) {
                    throw line.wrong("belongs to no node");
                }
                node.take(line);
            } else {
                head(line);
            }
        } catch (IllegalArgumentException e) {
            throw line.wrong(String.valueOf(e.getMessage()));
        }
    }

    private void head(TableLine line) {
        switch (line.field(0)) {
            case "model" ->
                header = new Model(line.field(1), line.field(2), line.fieldOrEmpty(3), List.of(), List.of());
            case "requires" -> requires.add(new Model.Required(line.field(1), line.field(2), line.fieldOrEmpty(3)));
            case "namespace" -> {
                uris.add(line.field(1));
                namespaces = new LocalNamespaces(uris);
            }
            case "alias" -> aliases.put(line.field(1), line.field(2));
            default -> {
                close();
                open = new TableNode(this, line);
            }
        }
    }

    private void close() {
        TableNode node = open;
        open = null;
        if (node != null) {
            nodes.add(node.node());
        }
    }

    ExpandedNodeId id(String text) {
        String id = aliases.getOrDefault(text, text);
        return namespaces.id(id).orElseThrow(() -> new IllegalArgumentException("no id: " + text + " in " + table));
    }

    ModelName name(String text) {
        return namespaces.name(text).orElseThrow(() -> new IllegalArgumentException("no name: " + text));
    }

    Shape shape(TableLine line) {
        List<Long> dimensions = new ArrayList<>();
        line.attribute("dims").ifPresent(text -> {
            for (String each : text.split(",", -1)) {
                dimensions.add(Long.parseLong(each));
            }
        });
        return new Shape(
                id(line.attribute("type").orElse("i=24")), (int) line.number("rank", Shape.SCALAR), dimensions);
    }
}
