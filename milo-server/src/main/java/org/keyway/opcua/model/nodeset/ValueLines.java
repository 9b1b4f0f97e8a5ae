package org.keyway.opcua.model.nodeset;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumValueType;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.util.Namespaces;
import org.keyway.opcua.model.BuiltinText;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.ModelArgument;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelValue;

/** Writes the values of variables (OPC 10000-6 5.3); the counterpart of {@link ValueXml}. */
final class ValueLines {
    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> TYPES = Map.of("xmlns", Namespaces.OPC_UA_XSD);
    /** The ids of the XML encodings of the structures that we write. */
    private static final Map<String, String> ENCODINGS =
            Map.of("Argument", "i=297", "EnumValueType", "i=7616", "EUInformation", "i=888", "Range", "i=885");

    private final XmlLines xml;
    private final LocalNamespaces namespaces;

    ValueLines(XmlLines xml, LocalNamespaces namespaces) {
        this.xml = xml;
        this.namespaces = namespaces;
    }

    void write(ModelValue value) throws XMLStreamException {
        if (!value.isPresent()) {
            return;
        }
        xml.open("Value", NONE);
        String name = ENCODINGS.containsKey(value.type()) ? "ExtensionObject" : value.type();
        if (value.list()) {
            xml.open("ListOf" + name, TYPES);
            for (Object element : value.elements()) {
                element(value.type(), name, element, NONE);
            }
            xml.close();
        } else {
            element(value.type(), name, value.elements().get(0), TYPES);
        }
        xml.close();
    }

    private void element(String type, String name, Object element, Map<String, String> attributes)
            throws XMLStreamException {
        if (ENCODINGS.containsKey(type)) {
            xml.open(name, attributes);
            identifier("TypeId", String.valueOf(ENCODINGS.get(type)));
            xml.open("Body", NONE);
            xml.open(type, NONE);
            structure(element);
            xml.close();
            xml.close();
            xml.close();
        } else if (element instanceof LocalizedText text) {
            text(name, text, attributes);
        } else if (element instanceof ModelName browseName) {
            xml.open(name, attributes);
            xml.leaf("NamespaceIndex", NONE, String.valueOf(namespaces.index(browseName.namespace())));
            xml.leaf("Name", NONE, browseName.name());
            xml.close();
        } else if (element instanceof ExpandedNodeId id) {
            xml.open(name, attributes);
            xml.leaf("Identifier", NONE, namespaces.text(id));
            xml.close();
        } else if (type.equals("Guid")) {
            xml.open(name, attributes);
            xml.leaf("String", NONE, BuiltinText.text(element));
            xml.close();
        } else {
            xml.leaf(name, attributes, BuiltinText.text(element));
        }
    }

    private void identifier(String name, String id) throws XMLStreamException {
        xml.open(name, NONE);
        xml.leaf("Identifier", NONE, id);
        xml.close();
    }

    private void text(String name, LocalizedText text, Map<String, String> attributes) throws XMLStreamException {
        xml.open(name, attributes);
        if (text.locale() != null) {
            xml.leaf("Locale", NONE, text.locale());
        }
        xml.leaf("Text", NONE, text.text() == null ? "" : text.text());
        xml.close();
    }

    private void structure(Object element) throws XMLStreamException {
        if (element instanceof ModelArgument argument) {
            argument(argument);
        } else if (element instanceof EnumValueType entry) {
            xml.leaf("Value", NONE, String.valueOf(entry.getValue()));
            text("DisplayName", entry.getDisplayName(), NONE);
        } else if (element instanceof Range range) {
            xml.leaf("Low", NONE, BuiltinText.text(range.getLow()));
            xml.leaf("High", NONE, BuiltinText.text(range.getHigh()));
        } else if (element instanceof EUInformation unit) {
            xml.leaf("NamespaceUri", NONE, String.valueOf(unit.getNamespaceUri()));
            xml.leaf("UnitId", NONE, String.valueOf(unit.getUnitId()));
            text("DisplayName", unit.getDisplayName(), NONE);
            text("Description", unit.getDescription(), NONE);
        }
    }

    private void argument(ModelArgument argument) throws XMLStreamException {
        xml.leaf("Name", NONE, argument.name());
        identifier("DataType", namespaces.text(argument.shape().dataType()));
        xml.leaf("ValueRank", NONE, String.valueOf(argument.shape().rank()));
        xml.open("ArrayDimensions", NONE);
        for (long length : argument.shape().dimensions()) {
            xml.leaf("UInt32", NONE, String.valueOf(length));
        }
        xml.close();
    }
}
