package org.keyway.profile;

import java.util.Arrays;
import java.util.Optional;

/** What a scope can name. Within an axis, the later a key stands here, the more specific it is. */
public enum ScopeKey {
    FAMILY("family", Axis.PRODUCT),
    PRODUCT("product", Axis.PRODUCT),
    VARIANT("variant", Axis.PRODUCT),
    LOT("lot", Axis.PRODUCT),
    SERIAL("serial", Axis.PRODUCT),
    ORDER("order", Axis.PRODUCT),
    MACHINE_CLASS("machineClass", Axis.MACHINE),
    MACHINE("machine", Axis.MACHINE),
    OPERATION("operation", Axis.OPERATION);

    private final String word;
    private final Axis axis;

    ScopeKey(String word, Axis axis) {
        this.word = word;
        this.axis = axis;
    }

    /** A direction in which a scope is more or less specific. */
    public enum Axis {
        PRODUCT,
        MACHINE,
        OPERATION
    }

    /** As files write it, such as {@code machineClass}. */
    public String word() {
        return word;
    }

    public Axis axis() {
        return axis;
    }

    /** The key that files write so. */
    public static Optional<ScopeKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }
}
