package org.keyway.profile.matching;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.keyway.profile.ValueType;

/** The one text for each value of the types that are written as text; empty where a text is none of their values. */
final class CanonicalText {
    /** OPC 10000-6 5.2.2.5: what lies outside is another value on the wire. */
    private static final Instant BEFORE_FIRST = Instant.parse("1601-01-01T00:00:00Z");

    private static final Instant AFTER_LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int TICK_NANOS = 100;
    private static final int LONGEST_NAME = 512;
    private static final long LARGEST_UINT32 = 0xFFFF_FFFFL;
    private static final String GUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private static final Pattern STATUS = Pattern.compile("0[xX]([0-9A-Fa-f]{8})");
    private static final Pattern NODE = Pattern.compile(
            "(nsu=[^;]{1,200};)?(?:(s=.{1,512})|i=(\\d{1,10})|g=(" + GUID + ")|b=([A-Za-z0-9+/=]{1,512}))");
    private static final Pattern SERVER = Pattern.compile("svr=\\d{1,9};");
    private static final Pattern NAMESPACE = Pattern.compile("nsu=[^;]{1,200};");
    private static final Pattern NAMESPACE_INDEX = Pattern.compile("(ns|nsu|svr)=.*", Pattern.DOTALL);
    private static final XMLInputFactory XML = xml();

    private CanonicalText() {}

    /**
     * The canonical text.
     *
     * @param longest in characters, for a ByteString in bytes
     */
    static Optional<String> of(ValueType type, String text, int longest) {
        return switch (type) {
            case STRING -> Optional.of(text).filter(value -> value.length() <= longest);
            case XML_ELEMENT -> Optional.of(text).filter(value -> value.length() <= longest && isWellFormed(value));
            case DATE_TIME -> dateTime(text);
            case GUID -> Optional.of(text).filter(value -> value.matches(GUID)).map(CanonicalText::small);
            case BYTE_STRING -> bytes(text, longest);
            case NODE_ID -> nodeId(text);
            case EXPANDED_NODE_ID -> expandedNodeId(text);
            case STATUS_CODE -> status(text);
            case QUALIFIED_NAME -> qualifiedName(text);
            default -> Optional.empty();
        };
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> dateTime(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            boolean carried = instant.isAfter(BEFORE_FIRST)
                    && instant.isBefore(AFTER_LAST)
                    && instant.get(ChronoField.NANO_OF_SECOND) % TICK_NANOS == 0;
            return carried ? Optional.of(instant.toString()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> bytes(String text, int longest) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            boolean same = Base64.getEncoder().encodeToString(bytes).equals(text);
            return same && bytes.length <= longest ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> nodeId(String text) {
        Matcher node = NODE.matcher(text);
        if (!node.matches()) {
            return Optional.empty();
        }
        String namespace = node.group(1) == null ? "" : node.group(1);
        if (node.group(3) != null) {
            long number = Long.parseLong(node.group(3));
            return number > LARGEST_UINT32 ? Optional.empty() : Optional.of(namespace + "i=" + number);
        }
        if (node.group(4) != null) {
            return Optional.of(namespace + "g=" + small(node.group(4)));
        }
        return node.group(5) == null
                ? Optional.of(namespace + node.group(2))
                : bytes(node.group(5), LONGEST_NAME).map(bytes -> namespace + "b=" + bytes);
    }

    private static Optional<String> expandedNodeId(String text) {
        Matcher server = SERVER.matcher(text);
        if (!server.lookingAt()) {
            return nodeId(text);
        }
        long index = Long.parseLong(text.substring("svr=".length(), server.end() - 1));
        return nodeId(text.substring(server.end())).map(node -> index == 0 ? node : "svr=" + index + ";" + node);
    }

    private static Optional<String> status(String text) {
        Matcher code = STATUS.matcher(text);
        return code.matches() ? Optional.of("0x" + code.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<String> qualifiedName(String text) {
        Matcher namespace = NAMESPACE.matcher(text);
        String name = namespace.lookingAt() ? text.substring(namespace.end()) : text;
        boolean misread = name.isEmpty()
                || name.length() > LONGEST_NAME
                || NAMESPACE_INDEX.matcher(name).matches();
        return misread ? Optional.empty() : Optional.of(text);
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static boolean isWellFormed(String text) {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
