package org.keyway.opcua.handover;

/** Values as the offer carries them, all of them doubles, and as the record shows them. */
final class PlcValue {
    private PlcValue() {}

    static double asDouble(Object held) {
        if (held instanceof Boolean truth) {
            return truth ? 1.0 : 0.0;
        }
        return ((Number) held).doubleValue();
    }

    /** A double of the PLC in the kind of value that was wanted, where it is one; else as it is. */
    static Object like(Object wanted, double found) {
        if (wanted instanceof Boolean && (found == 0.0 || found == 1.0)) {
            return found == 1.0;
        }
        boolean whole = wanted instanceof Long && found == Math.rint(found) && Double.isFinite(found);
        return whole ? (Object) (long) found : (Object) found;
    }
}
