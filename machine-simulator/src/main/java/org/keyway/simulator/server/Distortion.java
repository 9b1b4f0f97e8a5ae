package org.keyway.simulator.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/** Values as a faulty controller changes them, each in its own type. */
final class Distortion {
    private static final double USUAL_CLAMP = 0.9;

    private Distortion() {}

    /** Not more than the limit; nine tenths when the limit is 0. Text and truth values stay. */
    static Object clamped(Object value, double limit) {
        if (!(value instanceof Number number)) {
            return value;
        }
        double most = limit == 0 ? number.doubleValue() * USUAL_CLAMP : limit;
        return number.doubleValue() > most ? as(value, most) : value;
    }

    /** A Double that has been a Float. */
    static Object roundedToFloat(Object value) {
        return value instanceof Double number ? (Object) (double) (float) number.doubleValue() : value;
    }

    /** Another value of the same type. */
    static Object another(Object value) {
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Number number) {
            return as(value, number.doubleValue() + 1);
        }
        return value + "?";
    }

    private static Object as(Object like, double number) {
        long whole = (long) number;
        if (like instanceof Double) {
            return number;
        }
        if (like instanceof Float) {
            return (float) number;
        }
        if (like instanceof UByte) {
            return ubyte(whole);
        }
        if (like instanceof UShort) {
            return ushort((int) whole);
        }
        if (like instanceof UInteger) {
            return uint(whole);
        }
        if (like instanceof Byte) {
            return (byte) whole;
        }
        if (like instanceof Short) {
            return (short) whole;
        }
        return like instanceof Integer ? (Object) (int) whole : (Object) whole;
    }
}
