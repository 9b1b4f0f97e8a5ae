package org.keyway.opcua.value;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.LocalText;

/** Plain values of a device type as the stack writes them. */
final class StackValue {
    private static final String NAMESPACE = "nsu=";
    private static final int HEX = 16;

    private StackValue() {}

    /** The stack's value; empty where it names a namespace that the device doesn't have. */
    static Optional<Object> of(DeviceType type, Object plain, NamespaceTable namespaces) {
        return switch (type) {
            case BYTE -> Optional.of(ubyte((Short) plain));
            case UINT16 -> Optional.of(ushort((Integer) plain));
            case UINT32 -> Optional.of(uint((Long) plain));
            case UINT64 -> Optional.of(ulong((BigInteger) plain));
            case NODE_ID -> nodeId((String) plain, namespaces);
            case EXPANDED_NODE_ID -> expandedNodeId((String) plain);
            case QUALIFIED_NAME -> qualifiedName((String) plain, namespaces);
            case LOCALIZED_TEXT -> Optional.of(localizedText((LocalText) plain));
            case DATE_TIME, GUID, BYTE_STRING, XML_ELEMENT, STATUS_CODE -> Optional.of(fromText(type, (String) plain));
            default -> Optional.of(plain);
        };
    }

    private static Object fromText(DeviceType type, String text) {
        return switch (type) {
            case DATE_TIME -> new DateTime(Instant.parse(text));
            case GUID -> UUID.fromString(text);
            case BYTE_STRING -> ByteString.of(Base64.getDecoder().decode(text));
            case STATUS_CODE -> new StatusCode(Long.parseLong(text.substring("0x".length()), HEX));
            default -> XmlElement.of(text);
        };
    }

    private static LocalizedText localizedText(LocalText text) {
        @Nullable String locale = text.locale().orElse(null);
        return new LocalizedText(locale, text.text());
    }

    private static Optional<Object> nodeId(String text, NamespaceTable namespaces) {
        return index(text, namespaces)
                .flatMap(index -> Optional.ofNullable(NodeId.parseOrNull("ns=" + index + ";" + local(text))));
    }

    private static Optional<Object> qualifiedName(String text, NamespaceTable namespaces) {
        return index(text, namespaces).map(index -> new QualifiedName(index, local(text)));
    }

    private static Optional<Object> expandedNodeId(String text) {
        try {
            return Optional.of(ExpandedNodeId.parse(text));
        } catch (UaRuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> index(String text, NamespaceTable namespaces) {
        if (!text.startsWith(NAMESPACE)) {
            return Optional.of(0);
        }
        String uri = text.substring(NAMESPACE.length(), text.indexOf(';'));
        return Optional.ofNullable(namespaces.getIndex(uri)).map(index -> index.intValue());
    }

    private static String local(String text) {
        return text.startsWith(NAMESPACE) ? text.substring(text.indexOf(';') + 1) : text;
    }
}
