package org.keyway.profile.sheet;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The elements of one XML part, one after the other, by their local names. No document types, no entities of its own. */
final class XmlEvents {
    private final XMLStreamReader reader;

    XmlEvents(byte[] xml) throws SheetException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver(
                (XMLResolver) (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        } catch (XMLStreamException e) {
            throw SheetException.unreadable("broken XML");
        }
    }

    /** Goes to the next beginning or end of an element; false at the end of the part. */
    boolean next() throws SheetException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw SheetException.unreadable("XML with a document type");
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw SheetException.unreadable("broken XML");
        }
    }

    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** An attribute by its local name; empty text when it isn't there. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                @Nullable String value = reader.getAttributeValue(i);
                return value == null ? "" : value;
            }
        }
        return "";
    }

    /** The text of the element that begins here, up to its end. */
    String text() throws SheetException {
        try {
            return reader.getElementText();
        } catch (XMLStreamException | RuntimeException e) {
            throw SheetException.unreadable("broken XML");
        }
    }
}
