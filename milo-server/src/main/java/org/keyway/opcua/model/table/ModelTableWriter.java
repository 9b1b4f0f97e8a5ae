package org.keyway.opcua.model.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumValueType;
import org.keyway.opcua.model.BuiltinText;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelArgument;
import org.keyway.opcua.model.ModelDefinition;
import org.keyway.opcua.model.ModelField;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.Shape;

/** Writes a model as a table that {@link ModelTableReader} reads as the same model. */
public final class ModelTableWriter {
    private final LocalNamespaces namespaces;
    private final Map<ExpandedNodeId, String> names;
    private final SortedMap<String, String> used = new TreeMap<>();
    private final StringBuilder nodes = new StringBuilder();

    private ModelTableWriter(LocalNamespaces namespaces, Map<ExpandedNodeId, String> names) {
        this.namespaces = namespaces;
        this.names = names;
    }

    /**
     * The table of a model.
     *
     * @param namespaces of the table, the model's own first
     * @param names that are to stand for ids, where they occur
     * @param head lines of comment, without the sign
     * @throws IllegalArgumentException when a namespace is missing, or a value has a type that tables don't carry
     */
    public static String write(
            Model model, LocalNamespaces namespaces, Map<ExpandedNodeId, String> names, List<String> head) {
        ModelTableWriter writer = new ModelTableWriter(namespaces, names);
        model.nodes().forEach(writer::node);
        StringBuilder table = new StringBuilder();
        head.forEach(line -> table.append("# ").append(line).append('\n'));
        line(table, List.of("model", model.uri(), model.version(), model.published()));
        model.requires()
                .forEach(each -> line(table, List.of("requires", each.uri(), each.version(), each.published())));
        namespaces.uris().forEach(uri -> line(table, List.of("namespace", uri)));
        writer.used.forEach((name, id) -> line(table, List.of("alias", name, id)));
        return table.append(writer.nodes).toString();
    }

    private static void line(StringBuilder out, List<String> fields) {
        out.append(fields.stream()
                        .map(TableLine::escaped)
                        .collect(Collectors.joining("\t"))
                        .stripTrailing())
                .append('\n');
    }

    private void inner(List<String> fields) {
        nodes.append('\t');
        line(nodes, fields);
    }

    private String id(ExpandedNodeId id) {
        String name = names.get(id);
        if (name == null) {
            return namespaces.text(id);
        }
        used.put(name, namespaces.text(id));
        return name;
    }

    private void node(ModelNode node) {
        List<String> fields = new ArrayList<>(List.of(
                node.body().nodeClass().name(), namespaces.text(node.id()), namespaces.text(node.browseName())));
        if (!node.displayName().equals(node.browseName().name())) {
            fields.add("display=" + node.displayName());
        }
        fields.addAll(attributes(node.body()));
        nodes.append('\n');
        line(nodes, fields);
        for (ModelReference reference : node.references()) {
            inner(List.of((reference.forward() ? ">" : "<") + id(reference.type()), id(reference.target())));
        }
        if (node.body() instanceof NodeBody.OfDataType type) {
            type.definition().fields().forEach(field -> field(type.definition().kind(), field));
        }
        if (node.body() instanceof NodeBody.OfVariable variable) {
            value(variable.value());
        }
        if (node.body() instanceof NodeBody.OfVariableType type) {
            value(type.value());
        }
    }

    private List<String> attributes(NodeBody body) {
        List<String> fields = new ArrayList<>();
        if (body instanceof NodeBody.OfObject object) {
            flag(fields, object.eventNotifier() != 0, "notifier=" + object.eventNotifier());
        } else if (body instanceof NodeBody.OfVariable variable) {
            fields.addAll(shape(variable.shape()));
            flag(fields, variable.accessLevel() != 1, "access=" + variable.accessLevel());
            flag(fields, variable.minimumSamplingInterval() != 0, "interval=" + variable.minimumSamplingInterval());
        } else if (body instanceof NodeBody.OfMethod method) {
            flag(fields, !method.executable(), "disabled");
        } else if (body instanceof NodeBody.OfObjectType type) {
            flag(fields, type.isAbstract(), "abstract");
        } else if (body instanceof NodeBody.OfVariableType type) {
            flag(fields, type.isAbstract(), "abstract");
            fields.addAll(shape(type.shape()));
        } else if (body instanceof NodeBody.OfReferenceType type) {
            flag(fields, type.isAbstract(), "abstract");
            flag(fields, type.symmetric(), "symmetric");
            flag(fields, !type.inverseName().isEmpty(), "inverse=" + type.inverseName());
        } else if (body instanceof NodeBody.OfDataType type) {
            flag(fields, type.isAbstract(), "abstract");
            ModelDefinition.Kind kind = type.definition().kind();
            flag(fields, kind != ModelDefinition.Kind.NONE, "definition=" + kind);
        } else if (body instanceof NodeBody.OfView view) {
            flag(fields, view.containsNoLoops(), "noloops");
            flag(fields, view.eventNotifier() != 0, "notifier=" + view.eventNotifier());
        }
        return fields;
    }

    private static void flag(List<String> fields, boolean stated, String field) {
        if (stated) {
            fields.add(field);
        }
    }

    private List<String> shape(Shape shape) {
        List<String> fields = new ArrayList<>();
        String type = id(shape.dataType());
        flag(fields, !type.equals("BaseDataType") && !type.equals("i=24"), "type=" + type);
        flag(fields, shape.rank() != Shape.SCALAR, "rank=" + shape.rank());
        flag(
                fields,
                !shape.dimensions().isEmpty(),
                "dims=" + shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(",")));
        return fields;
    }

    private void field(ModelDefinition.Kind kind, ModelField field) {
        List<String> fields = new ArrayList<>(List.of("field", field.name()));
        if (kind == ModelDefinition.Kind.ENUMERATION || kind == ModelDefinition.Kind.OPTION_SET) {
            fields.add("value=" + field.value());
        } else {
            fields.addAll(shape(field.shape()));
            flag(fields, field.optional(), "optional");
        }
        inner(fields);
    }

    private void value(ModelValue value) {
        if (!value.isPresent()) {
            return;
        }
        List<String> fields = new ArrayList<>(List.of("=", value.type() + (value.list() ? "[]" : "")));
        List<List<String>> further = new ArrayList<>();
        for (Object element : value.elements()) {
            if (element instanceof ModelArgument argument) {
                List<String> line = new ArrayList<>(List.of("argument", argument.name()));
                line.addAll(shape(argument.shape()));
                further.add(line);
            } else if (element instanceof EnumValueType entry) {
                further.add(List.of("entry", String.valueOf(entry.getValue()), text(entry.getDisplayName())));
            } else {
                fields.add(element(value.type(), element));
            }
        }
        inner(fields);
        further.forEach(this::inner);
    }

    private String element(String type, Object element) {
        if (element instanceof LocalizedText text) {
            return text(text);
        }
        if (element instanceof ModelName name) {
            return namespaces.text(name);
        }
        if (element instanceof ExpandedNodeId id) {
            return id(id);
        }
        String text = BuiltinText.text(element);
        if (BuiltinText.parse(type, text).isEmpty()) {
            throw new IllegalArgumentException("tables carry no value of type " + type);
        }
        return text;
    }

    private static String text(LocalizedText text) {
        if (text.locale() != null) {
            throw new IllegalArgumentException("tables carry English texts only");
        }
        return text.text() == null ? "" : text.text();
    }
}
