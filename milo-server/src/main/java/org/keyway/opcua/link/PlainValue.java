package org.keyway.opcua.link;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.NodeReading;

/** Values of the stack as the plain Java values of {@link DeviceValue}. */
final class PlainValue {
    private PlainValue() {}

    /** What a node answered; a value only where the quality is good. */
    static NodeReading reading(NodeAddress node, DataValue answer) {
        String status = StatusText.of(answer.statusCode());
        Optional<Object> value = answer.statusCode().isGood()
                ? Optional.ofNullable(answer.value().value()).map(PlainValue::of)
                : Optional.empty();
        return new NodeReading(node.text(), status, value);
    }

    /** The text of a good answer; empty text for null, nothing for another type or quality. */
    static Optional<String> text(DataValue answer) {
        Object value = answer.value().value();
        boolean readable = answer.statusCode().isGood() && (value == null || value instanceof String);
        return readable ? Optional.of(value == null ? "" : value.toString()) : Optional.empty();
    }

    static Object of(Object value) {
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
        return value;
    }
}
