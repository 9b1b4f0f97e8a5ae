package org.keyway.opcua.value;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.LocalText;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;

/** The type that a device's node really has, and the values it can hold without loss. */
public enum DeviceType {
    BOOLEAN(OpcUaDataType.Boolean),
    SBYTE(OpcUaDataType.SByte),
    BYTE(OpcUaDataType.Byte),
    INT16(OpcUaDataType.Int16),
    UINT16(OpcUaDataType.UInt16),
    INT32(OpcUaDataType.Int32),
    UINT32(OpcUaDataType.UInt32),
    INT64(OpcUaDataType.Int64),
    UINT64(OpcUaDataType.UInt64),
    FLOAT(OpcUaDataType.Float),
    DOUBLE(OpcUaDataType.Double),
    STRING(OpcUaDataType.String),
    DATE_TIME(OpcUaDataType.DateTime),
    GUID(OpcUaDataType.Guid),
    BYTE_STRING(OpcUaDataType.ByteString),
    XML_ELEMENT(OpcUaDataType.XmlElement),
    NODE_ID(OpcUaDataType.NodeId),
    EXPANDED_NODE_ID(OpcUaDataType.ExpandedNodeId),
    STATUS_CODE(OpcUaDataType.StatusCode),
    QUALIFIED_NAME(OpcUaDataType.QualifiedName),
    LOCALIZED_TEXT(OpcUaDataType.LocalizedText);

    private final OpcUaDataType builtin;

    DeviceType(OpcUaDataType builtin) {
        this.builtin = builtin;
    }

    /** The device type for a built-in type of OPC UA; empty for types that no parameter has. */
    public static Optional<DeviceType> of(OpcUaDataType builtin) {
        for (DeviceType type : values()) {
            if (type.builtin == builtin) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type of a parameter's value; an NC program has none, only its parts have. */
    public static DeviceType of(ValueType type) {
        return valueOf(type.name());
    }

    /** The id of the built-in type. */
    public NodeId id() {
        return builtin.getNodeId();
    }

    public String opcUaName() {
        return builtin.name();
    }

    /** A setpoint's value in this type, as plain Java, of an array each element; empty when it would lose anything. */
    public Optional<Object> hold(Setpoint setpoint) {
        if (!(setpoint.value() instanceof List<?> items)) {
            return hold(setpoint.value(), setpoint.parameter());
        }
        List<Object> held = new ArrayList<>(items.size());
        for (Object item : items) {
            hold(item, setpoint.parameter()).ifPresent(held::add);
        }
        return held.size() == items.size() ? Optional.of(List.copyOf(held)) : Optional.empty();
    }

    private Optional<Object> hold(Object value, Parameter parameter) {
        return switch (this) {
            case BOOLEAN -> Optional.of(value).filter(Boolean.class::isInstance);
            case FLOAT -> decimal(value).flatMap(number -> asFloat(number, parameter));
            case DOUBLE ->
                decimal(value)
                        .map(BigDecimal::doubleValue)
                        .filter(Double::isFinite)
                        .map(Object.class::cast);
            case LOCALIZED_TEXT -> Optional.of(value).filter(LocalText.class::isInstance);
            case SBYTE, BYTE, INT16, UINT16, INT32, UINT32, INT64, UINT64 ->
                decimal(value).flatMap(this::asInteger);
            default ->
                // A text stands for a value of one type only: what is a NodeId is no Guid.
                Optional.of(value)
                        .filter(text -> text instanceof String
                                && parameter.type().opcUaName().equals(opcUaName()));
        };
    }

    private static Optional<BigDecimal> decimal(Object value) {
        return value instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /** A Float holds what is exact in it, what the profile says is a Float, and what its tolerance allows. */
    private static Optional<Object> asFloat(BigDecimal number, Parameter parameter) {
        float nearest = number.floatValue();
        if (!Float.isFinite(nearest)) {
            return Optional.empty();
        }
        BigDecimal loss = new BigDecimal(nearest).subtract(number).abs();
        boolean allowed = loss.signum() == 0
                || parameter.type() == ValueType.FLOAT
                || parameter
                        .tolerance()
                        .filter(most -> loss.compareTo(most) <= 0)
                        .isPresent();
        return allowed ? Optional.of(nearest) : Optional.empty();
    }

    private Optional<Object> asInteger(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        BigInteger whole = number.toBigIntegerExact();
        int bits = bits();
        boolean fits = isUnsigned() ? whole.signum() >= 0 && whole.bitLength() <= bits : whole.bitLength() < bits;
        return fits ? Optional.of(plain(whole)) : Optional.empty();
    }

    private int bits() {
        return switch (this) {
            case SBYTE, BYTE -> Byte.SIZE;
            case INT16, UINT16 -> Short.SIZE;
            case INT32, UINT32 -> Integer.SIZE;
            default -> Long.SIZE;
        };
    }

    private boolean isUnsigned() {
        return this == BYTE || this == UINT16 || this == UINT32 || this == UINT64;
    }

    private Object plain(BigInteger whole) {
        return switch (this) {
            case SBYTE -> whole.byteValueExact();
            case BYTE, INT16 -> whole.shortValueExact();
            case UINT16, INT32 -> whole.intValueExact();
            case UINT32, INT64 -> whole.longValueExact();
            default -> whole;
        };
    }

    /** Plain values as the stack writes them; empty where one names a namespace that the device doesn't have. */
    public Optional<Variant> variant(Object plain, NamespaceTable namespaces) {
        if (!(plain instanceof List<?> items)) {
            return StackValue.of(this, plain, namespaces).map(Variant::of);
        }
        Object array = Array.newInstance(builtin.getBackingClass(), items.size());
        for (int i = 0; i < items.size(); i++) {
            Optional<Object> item = StackValue.of(this, items.get(i), namespaces);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            Array.set(array, i, item.get());
        }
        return Optional.of(Variant.of(array));
    }
}
