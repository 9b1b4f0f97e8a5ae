package org.keyway.opcua.model.nodeset;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.keyway.opcua.model.ModelCode;

/** An XML document from anyone, whose top-level elements are read one after another. Entities and doctypes are not read. */
final class XmlSource {
    private static final int DEEPEST = 64;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final XMLStreamReader reader;

    XmlSource(byte[] document) throws NodeSetException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            reader = factory.createXMLStreamReader(new StringReader(text(document)));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** NodeSet2 files are in UTF-8; the parser would tell of other bytes on the standard error stream. */
    private static String text(byte[] document) throws NodeSetException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NodeSetException(ModelCode.MALFORMED, 0, "UTF-8");
        }
    }

    /** The document's element without its children, which {@link #next} reads. */
    XmlElement root() throws NodeSetException {
        int event = advance();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new NodeSetException(ModelCode.NOT_A_NODESET, line(), "");
            }
            event = advance();
        }
        return new XmlElement(namespace(), reader.getLocalName(), attributes(), List.of(), "", line());
    }

    /** The next child of the document's element, if there is one more. */
    Optional<XmlElement> next() throws NodeSetException {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return Optional.of(element(1));
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return Optional.empty();
            }
        }
    }

    private XmlElement element(int depth) throws NodeSetException {
        int line = line();
        if (depth > DEEPEST) {
            throw new NodeSetException(ModelCode.TOO_DEEP, line, reader.getLocalName());
        }
        String namespace = namespace();
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new XmlElement(namespace, name, attributes, children, text.toString(), line);
    }

    private int advance() throws NodeSetException {
        try {
            int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new NodeSetException(ModelCode.DOCTYPE, line(), "DOCTYPE");
            }
            return event;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    private int line() {
        return reader.getLocation().getLineNumber();
    }

    private static NodeSetException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        String reason = String.valueOf(e.getMessage());
        return new NodeSetException(ModelCode.MALFORMED, line, reason.substring(reason.indexOf("Message: ") + 1));
    }
}
