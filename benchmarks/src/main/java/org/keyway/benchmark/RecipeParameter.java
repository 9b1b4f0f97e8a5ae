package org.keyway.benchmark;

import java.util.List;
import org.keyway.simulator.ValueKind;

/**
 * One of the values that a machine gets.
 *
 * @param value for a product that says nothing else
 * @param byProduct whether each product has its own
 */
record RecipeParameter(String name, ValueKind kind, Object value, boolean byProduct) {
    private static final double STEP = 0.125;

    /** What every machine here takes: 24 values of five types. */
    static final List<RecipeParameter> ALL = List.of(
            text("ncProgram", "O2100"),
            real("spindleSpeed", 4200),
            real("feedRate", 1800),
            real("millingDepth", 1.5),
            own("boreDiameter", 57.25),
            own("boreDepth", 92.5),
            real("boreAllowance", 0.08),
            real("boreSpindleSpeed", 2600),
            real("boreFeed", 0.12),
            own("mainBearingBore", 40),
            real("mainBearingFeed", 0.09),
            own("deckHeight", 110.5),
            real("tappingSpeed", 900),
            real("tapPitch", 1.25),
            real("clampPressure", 62.5),
            real("coolantPressure", 40),
            real("zOffset", -0.125),
            new RecipeParameter("toolSetNumber", ValueKind.INT32, 1203, false),
            new RecipeParameter("toolLifeLimit", ValueKind.INT32, 480, false),
            new RecipeParameter("pieceCount", ValueKind.INT32, 1, false),
            new RecipeParameter("boltHoleCount", ValueKind.UINT16, 10, false),
            new RecipeParameter("fixtureNumber", ValueKind.UINT16, 7, false),
            new RecipeParameter("coolantThroughSpindle", ValueKind.BOOLEAN, true, false),
            new RecipeParameter("probeBefore", ValueKind.BOOLEAN, true, false));

    private static RecipeParameter text(String name, String value) {
        return new RecipeParameter(name, ValueKind.STRING, value, false);
    }

    private static RecipeParameter real(String name, double value) {
        return new RecipeParameter(name, ValueKind.DOUBLE, value, false);
    }

    private static RecipeParameter own(String name, double value) {
        return new RecipeParameter(name, ValueKind.DOUBLE, value, true);
    }

    /** The value for one product. */
    Object of(int product) {
        return byProduct ? ((Double) value) + product * STEP : value;
    }

    /** The path of its node below {@code Stage}. */
    String node() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
