package org.keyway.opcua.model.nodeset;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document with an element a line, indented. */
final class XmlLines {
    private static final String INDENT = "  ";

    private final XMLStreamWriter writer;
    private int depth;

    XmlLines(XMLStreamWriter writer) throws XMLStreamException {
        this.writer = writer;
        writer.writeStartDocument("UTF-8", "1.0");
    }

    void open(String element, Map<String, String> attributes) throws XMLStreamException {
        line();
        start(element, attributes);
        depth++;
    }

    void close() throws XMLStreamException {
        depth--;
        line();
        writer.writeEndElement();
    }

    /** An element with a text, or with none. */
    void leaf(String element, Map<String, String> attributes, String text) throws XMLStreamException {
        line();
        start(element, attributes);
        writer.writeCharacters(clean(text));
        writer.writeEndElement();
    }

    void end() throws XMLStreamException {
        writer.writeCharacters("\n");
        writer.writeEndDocument();
        writer.flush();
    }

    private void start(String element, Map<String, String> attributes) throws XMLStreamException {
        writer.writeStartElement(element);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.writeAttribute(attribute.getKey(), clean(attribute.getValue()));
        }
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n" + INDENT.repeat(depth));
    }

    /** Without the characters that no XML document may hold, not even escaped (XML 1.0 2.2). */
    private static String clean(String text) {
        boolean fine = text.codePoints().allMatch(XmlLines::isAllowed);
        return fine
                ? text
                : text.codePoints()
                        .map(c -> isAllowed(c) ? c : '\uFFFD')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        return !control && !half && c != 0xFFFE && c != 0xFFFF;
    }
}
