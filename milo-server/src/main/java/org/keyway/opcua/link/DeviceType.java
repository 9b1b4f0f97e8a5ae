package org.keyway.opcua.link;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.ValueType;

/** The type that a device's node really has, and the values it can hold without loss. */
enum DeviceType {
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
    STRING(OpcUaDataType.String);

    private final OpcUaDataType builtin;

    DeviceType(OpcUaDataType builtin) {
        this.builtin = builtin;
    }

    /** The device type for a built-in type of OPC UA; empty for types that no parameter has. */
    static Optional<DeviceType> of(OpcUaDataType builtin) {
        for (DeviceType type : values()) {
            if (type.builtin == builtin) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String opcUaName() {
        return builtin.name();
    }

    /** The setpoint's value in this type, as plain Java; empty when it would lose anything. */
    Optional<Object> hold(Setpoint setpoint) {
        Object value = setpoint.value();
        return switch (this) {
            case BOOLEAN -> Optional.of(value).filter(Boolean.class::isInstance);
            case STRING -> Optional.of(value).filter(String.class::isInstance);
            case FLOAT -> decimal(value).flatMap(number -> asFloat(number, setpoint));
            case DOUBLE ->
                decimal(value)
                        .map(BigDecimal::doubleValue)
                        .filter(Double::isFinite)
                        .map(Object.class::cast);
            default -> decimal(value).flatMap(this::asInteger);
        };
    }

    private static Optional<BigDecimal> decimal(Object value) {
        return value instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /** A Float holds what is exact in it, what the profile says is a Float, and what its tolerance allows. */
    private static Optional<Object> asFloat(BigDecimal number, Setpoint setpoint) {
        float nearest = number.floatValue();
        if (!Float.isFinite(nearest)) {
            return Optional.empty();
        }
        BigDecimal loss = new BigDecimal(nearest).subtract(number).abs();
        boolean allowed = loss.signum() == 0
                || setpoint.parameter().type() == ValueType.FLOAT
                || setpoint.parameter()
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

    /** A plain value of this type as the stack writes it. */
    Variant variant(Object plain) {
        return switch (this) {
            case BYTE -> Variant.ofByte(ubyte((Short) plain));
            case UINT16 -> Variant.ofUInt16(ushort((Integer) plain));
            case UINT32 -> Variant.ofUInt32(uint((Long) plain));
            case UINT64 -> Variant.ofUInt64(ulong((BigInteger) plain));
            default -> Variant.of(plain);
        };
    }
}
