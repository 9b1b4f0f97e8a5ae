package org.keyway.opcua.model.nodeset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a file, wholly read.
 *
 * @param name without its namespace
 * @param content the text of the element itself
 * @param line where it begins
 */
record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        String content,
        int line) {
    /** The text without white space around it. */
    String text() {
        return content.strip();
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::trim);
    }

    String attribute(String attribute, String otherwise) {
        return attribute(attribute).orElse(otherwise);
    }

    boolean flag(String attribute, boolean otherwise) {
        return attribute(attribute)
                .map(text -> text.equals("true") || text.equals("1"))
                .orElse(otherwise);
    }

    Optional<XmlElement> child(String child) {
        return children.stream().filter(each -> each.name().equals(child)).findFirst();
    }

    /** The text of a child, empty when there is no such child. */
    String childText(String child) {
        return child(child).map(XmlElement::text).orElse("");
    }

    /** The children of a child, none when there is no such child. */
    List<XmlElement> within(String child) {
        return child(child).map(XmlElement::children).orElse(List.of());
    }
}
