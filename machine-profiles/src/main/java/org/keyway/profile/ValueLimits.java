package org.keyway.profile;

import java.math.BigDecimal;
import java.util.Optional;

/** The limits that hold for a parameter in one case, and who set them. */
public record ValueLimits(Optional<Bound> min, Optional<Bound> max) {
    /** Anything. */
    public static final ValueLimits NONE = new ValueLimits(Optional.empty(), Optional.empty());

    /** Who can limit a parameter. */
    public enum Layer {
        PROFILE("MachineProfile"),
        MACHINE("Machine"),
        PRODUCT("Product"),
        FAMILY("ProductFamily"),
        ROLE("role");

        private final String word;

        Layer(String word) {
            this.word = word;
        }

        /** The kind of thing, as workshop files write it. */
        public String word() {
            return word;
        }
    }

    /**
     * One end.
     *
     * @param value in the parameter's unit
     * @param of the id of the profile, machine, product, family or role
     */
    public record Bound(BigDecimal value, Layer layer, String of) {}

    /** The limits that someone sets, in the parameter's unit. */
    public static ValueLimits of(Optional<BigDecimal> min, Optional<BigDecimal> max, Layer layer, String of) {
        return new ValueLimits(
                min.map(value -> new Bound(value, layer, of)), max.map(value -> new Bound(value, layer, of)));
    }

    /** Both at once; where they say the same, these are named. */
    public ValueLimits narrowedBy(ValueLimits other) {
        return new ValueLimits(tighter(min, other.min, 1), tighter(max, other.max, -1));
    }

    private static Optional<Bound> tighter(Optional<Bound> one, Optional<Bound> other, int direction) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        int order = other.get().value().compareTo(one.get().value());
        return Integer.signum(order) == direction ? other : one;
    }

    /** The end that a value or one of its elements lies beyond, if any. */
    public Optional<Bound> forbids(Object value) {
        if (value instanceof BigDecimal number) {
            return beyond(number);
        }
        return ParameterValue.numbers(value).stream()
                .flatMap(number -> beyond(number).stream())
                .findFirst();
    }

    private Optional<Bound> beyond(BigDecimal number) {
        if (min.isPresent() && number.compareTo(min.get().value()) < 0) {
            return min;
        }
        return max.isPresent() && number.compareTo(max.get().value()) > 0 ? max : Optional.empty();
    }
}
