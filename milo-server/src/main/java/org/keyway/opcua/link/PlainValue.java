package org.keyway.opcua.link;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.NodeReading;
import org.keyway.profile.ArrayBounds;
import org.keyway.profile.LocalText;

/** Values of the stack as the plain Java values of {@link DeviceValue}: what {@link org.keyway.opcua.value.DeviceType#variant} makes, back again. */
final class PlainValue {
    private PlainValue() {}

    /** What a node answered; a value only where the quality is good. */
    static NodeReading reading(NodeAddress node, DataValue answer, NamespaceTable namespaces) {
        String status = StatusText.of(answer.statusCode());
        Optional<Object> value = answer.statusCode().isGood()
                ? Optional.ofNullable(answer.value().value()).map(found -> of(found, namespaces))
                : Optional.empty();
        return new NodeReading(node.text(), status, value);
    }

    /** The text of a good answer; empty text for null, nothing for another type or quality. */
    static Optional<String> text(DataValue answer) {
        Object value = answer.value().value();
        boolean readable = answer.statusCode().isGood() && (value == null || value instanceof String);
        return readable ? Optional.of(value == null ? "" : value.toString()) : Optional.empty();
    }

    /** The plain value; of an array, a list. */
    static Object of(Object value, NamespaceTable namespaces) {
        if (!value.getClass().isArray()) {
            return single(value, namespaces);
        }
        int length = Array.getLength(value);
        if (length > ArrayBounds.LONGEST) {
            return value.getClass().getComponentType().getSimpleName() + "[" + length + "]";
        }
        List<Object> items = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            Object item = Array.get(value, i);
            items.add(item == null ? "" : single(item, namespaces));
        }
        return List.copyOf(items);
    }

    private static Object single(Object value, NamespaceTable namespaces) {
        if (value instanceof UByte number) {
            return number.shortValue();
        }
        if (value instanceof UShort number) {
            return number.intValue();
        }
        if (value instanceof UInteger number) {
            return number.longValue();
        }
        if (value instanceof ULong number) {
            return number.toBigInteger();
        }
        boolean isPlain = value instanceof Number || value instanceof Boolean || value instanceof String;
        return isPlain ? value : written(value, namespaces);
    }

    private static Object written(Object value, NamespaceTable namespaces) {
        if (value instanceof DateTime time) {
            return time.getJavaInstant().toString();
        }
        if (value instanceof UUID guid) {
            return guid.toString();
        }
        if (value instanceof ByteString bytes) {
            return Base64.getEncoder().encodeToString(bytes.bytesOrEmpty());
        }
        if (value instanceof XmlElement element) {
            return element.getFragmentOrEmpty();
        }
        if (value instanceof StatusCode status) {
            return "0x%08X".formatted(status.value());
        }
        if (value instanceof LocalizedText text) {
            return new LocalText(
                    Optional.ofNullable(text.locale()),
                    Optional.ofNullable(text.text()).orElse(""));
        }
        return named(value, namespaces);
    }

    private static Object named(Object value, NamespaceTable namespaces) {
        if (value instanceof QualifiedName name) {
            return namespace(name.namespaceIndex().intValue(), namespaces)
                    + Optional.ofNullable(name.name()).orElse("");
        }
        if (value instanceof NodeId id) {
            return namespace(id.getNamespaceIndex().intValue(), namespaces) + identifier(id.getIdentifier());
        }
        if (value instanceof ExpandedNodeId id) {
            long server = Optional.ofNullable(id.getServerIndex())
                    .map(UInteger::longValue)
                    .orElse(0L);
            String uri = Optional.ofNullable(id.getNamespaceUri(namespaces)).orElse("");
            boolean standard = uri.isEmpty() || uri.equals(namespaces.get(0));
            return (server == 0 ? "" : "svr=" + server + ";")
                    + (standard ? "" : "nsu=" + uri + ";")
                    + identifier(id.getIdentifier());
        }
        return value.toString();
    }

    private static String namespace(int index, NamespaceTable namespaces) {
        if (index == 0) {
            return "";
        }
        return Optional.ofNullable(namespaces.get(index))
                .map(uri -> "nsu=" + uri + ";")
                .orElse("ns=" + index + ";");
    }

    private static String identifier(Object identifier) {
        if (identifier instanceof UInteger number) {
            return "i=" + number;
        }
        if (identifier instanceof UUID guid) {
            return "g=" + guid.toString().toLowerCase(Locale.ROOT);
        }
        return identifier instanceof ByteString bytes
                ? "b=" + Base64.getEncoder().encodeToString(bytes.bytesOrEmpty())
                : "s=" + identifier;
    }
}
