package org.keyway.opcua.model.table;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumValueType;
import org.keyway.opcua.model.BuiltinText;
import org.keyway.opcua.model.ModelArgument;
import org.keyway.opcua.model.ModelDefinition;
import org.keyway.opcua.model.ModelField;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;

/** A node while its lines are read. */
final class TableNode {
    private final ModelTableReader table;
    private final TableLine head;
    private final List<ModelReference> references = new ArrayList<>();
    private final List<ModelField> fields = new ArrayList<>();
    private final List<Object> elements = new ArrayList<>();
    private String valueType = "";
    private boolean list;

    TableNode(ModelTableReader table, TableLine head) {
        this.table = table;
        this.head = head;
    }

    void take(TableLine line) {
        String sign = line.field(0);
        switch (sign) {
            case "=" -> value(line);
            case "argument" -> elements.add(new ModelArgument(line.field(1), table.shape(line)));
            case "entry" ->
                elements.add(new EnumValueType(
                        Long.parseLong(line.field(1)), text(line.field(2)), LocalizedText.NULL_VALUE));
            case "field" ->
                fields.add(new ModelField(
                        line.field(1), table.shape(line), line.flag("optional"), line.number("value", 0)));
            default -> {
                if (!sign.startsWith(">") && !sign.startsWith("<")) {
                    throw line.wrong("unknown: " + sign);
                }
                references.add(
                        new ModelReference(table.id(sign.substring(1)), sign.startsWith(">"), table.id(line.field(1))));
            }
        }
    }

    private void value(TableLine line) {
        String type = line.field(1);
        list = type.endsWith("[]");
        valueType = list ? type.substring(0, type.length() - 2) : type;
        for (String element : line.fields().subList(2, line.fields().size())) {
            elements.add(element(element));
        }
    }

    private Object element(String text) {
        return switch (valueType) {
            case "LocalizedText" -> text(text);
            case "QualifiedName" -> table.name(text);
            case "NodeId" -> table.id(text);
            default ->
                BuiltinText.parse(valueType, text)
                        .orElseThrow(() -> new IllegalArgumentException("unknown type " + valueType));
        };
    }

    private static LocalizedText text(String text) {
        return text.isEmpty() ? LocalizedText.NULL_VALUE : new LocalizedText(null, text);
    }

    ModelNode node() {
        try {
            ModelName name = table.name(head.field(2));
            String displayName = head.attribute("display").orElse(name.name());
            return new ModelNode(table.id(head.field(1)), name, displayName, body(), references);
        } catch (IllegalArgumentException e) {
            throw head.wrong(String.valueOf(e.getMessage()));
        }
    }

    private NodeBody body() {
        boolean isAbstract = head.flag("abstract");
        int notifier = (int) head.number("notifier", 0);
        return switch (NodeClass.valueOf(head.field(0))) {
            case Object -> new NodeBody.OfObject(notifier);
            case Variable ->
                new NodeBody.OfVariable(
                        table.shape(head),
                        head.number("access", 1),
                        head.attribute("interval").map(Double::parseDouble).orElse(0.0),
                        value());
            case Method -> new NodeBody.OfMethod(!head.flag("disabled"));
            case ObjectType -> new NodeBody.OfObjectType(isAbstract);
            case VariableType -> new NodeBody.OfVariableType(isAbstract, table.shape(head), value());
            case ReferenceType ->
                new NodeBody.OfReferenceType(
                        isAbstract,
                        head.flag("symmetric"),
                        head.attribute("inverse").orElse(""));
            case DataType -> new NodeBody.OfDataType(isAbstract, definition());
            case View -> new NodeBody.OfView(head.flag("noloops"), notifier);
            case Unspecified -> throw head.wrong("no node class");
        };
    }

    private ModelValue value() {
        return valueType.isEmpty() ? ModelValue.NONE : new ModelValue(valueType, list, elements);
    }

    private ModelDefinition definition() {
        return head.attribute("definition")
                .map(kind -> new ModelDefinition(ModelDefinition.Kind.valueOf(kind), fields))
                .orElse(ModelDefinition.NONE);
    }
}
