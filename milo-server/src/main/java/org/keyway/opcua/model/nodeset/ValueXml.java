package org.keyway.opcua.model.nodeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumValueType;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.keyway.opcua.model.BuiltinText;
import org.keyway.opcua.model.ModelArgument;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelValue;

/** Reads the values of variables (OPC 10000-6 5.3). */
final class ValueXml {
    private static final String LIST = "ListOf";
    private static final String STRUCTURE = "ExtensionObject";

    private final NodeSetNames names;

    ValueXml(NodeSetNames names) {
        this.names = names;
    }

    /** The value in an element {@code Value}, unless it is of a kind that we don't read. */
    Optional<ModelValue> read(XmlElement value) throws NodeSetException {
        if (value.children().isEmpty()) {
            return Optional.of(ModelValue.NONE);
        }
        XmlElement content = value.children().get(0);
        boolean list = content.name().startsWith(LIST);
        List<XmlElement> elements = list ? content.children() : List.of(content);
        String declared = list ? content.name().substring(LIST.length()) : content.name();
        List<XmlElement> bodies = declared.equals(STRUCTURE) ? structures(elements) : elements;
        Set<String> types = declared.equals(STRUCTURE)
                ? bodies.stream().map(XmlElement::name).collect(Collectors.toSet())
                : Set.of(declared);
        return types.size() == 1 && bodies.size() == elements.size()
                ? read(types.iterator().next(), list, bodies)
                : Optional.empty();
    }

    private static List<XmlElement> structures(List<XmlElement> elements) {
        return elements.stream()
                .flatMap(element -> element.within("Body").stream().limit(1))
                .toList();
    }

    private Optional<ModelValue> read(String type, boolean list, List<XmlElement> elements) throws NodeSetException {
        List<Object> read = new ArrayList<>();
        for (XmlElement element : elements) {
            Optional<Object> one = element(type, element);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            read.add(one.get());
        }
        return Optional.of(new ModelValue(type, list, read));
    }

    private Optional<Object> element(String type, XmlElement element) throws NodeSetException {
        try {
            String text = type.equals("Guid") ? element.childText("String") : element.content();
            Optional<Object> simple = BuiltinText.parse(type, text);
            return simple.isPresent() ? simple : composed(type, element);
        } catch (RuntimeException e) {
            throw new NodeSetException(ModelCode.BAD_VALUE, element.line(), type + " " + element.text());
        }
    }

    private Optional<Object> composed(String type, XmlElement element) throws NodeSetException {
        return switch (type) {
            case "LocalizedText" -> Optional.of(text(element));
            case "QualifiedName" -> Optional.of(name(element));
            case "NodeId", "ExpandedNodeId" -> Optional.of(names.id(element.childText("Identifier"), element.line()));
            case "Argument" -> Optional.of(argument(element));
            case "EnumValueType" ->
                Optional.of(new EnumValueType(
                        Long.parseLong(element.childText("Value")),
                        element.child("DisplayName").map(ValueXml::text).orElse(LocalizedText.NULL_VALUE),
                        LocalizedText.NULL_VALUE));
            case "EUInformation" -> Optional.of(unit(element));
            case "Range" -> Optional.of(new Range(number(element, "Low"), number(element, "High")));
            default -> Optional.empty();
        };
    }

    private static double number(XmlElement element, String child) {
        return (double) BuiltinText.parse("Double", element.childText(child)).orElseThrow();
    }

    private ModelName name(XmlElement element) throws NodeSetException {
        String index = element.childText("NamespaceIndex");
        String name = element.childText("Name");
        return names.name(index.isEmpty() || index.equals("0") ? name : index + ":" + name, element.line());
    }

    private ModelArgument argument(XmlElement element) throws NodeSetException {
        String type = element.child("DataType")
                .map(found -> found.childText("Identifier"))
                .orElse("");
        String rank = element.childText("ValueRank");
        List<String> dimensions =
                element.within("ArrayDimensions").stream().map(XmlElement::text).toList();
        return new ModelArgument(
                element.childText("Name"),
                names.shape(
                        type.isEmpty() ? "i=24" : type,
                        rank.isEmpty() ? "-1" : rank,
                        String.join(",", dimensions),
                        element.line()));
    }

    private static EUInformation unit(XmlElement element) {
        return new EUInformation(
                element.childText("NamespaceUri"),
                Integer.parseInt(element.childText("UnitId")),
                element.child("DisplayName").map(ValueXml::text).orElse(LocalizedText.NULL_VALUE),
                element.child("Description").map(ValueXml::text).orElse(LocalizedText.NULL_VALUE));
    }

    /** A text whose locale is left out where it is English, which a text without a locale is too. */
    private static LocalizedText text(XmlElement element) {
        String locale = element.childText("Locale");
        String text = element.child("Text").map(XmlElement::content).orElse("");
        boolean english = locale.isEmpty() || locale.equals("en");
        if (english && text.isEmpty()) {
            return LocalizedText.NULL_VALUE;
        }
        return new LocalizedText(english ? null : locale, text);
    }
}
