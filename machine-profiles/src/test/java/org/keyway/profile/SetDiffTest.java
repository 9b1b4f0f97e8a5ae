package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Trust;
import org.keyway.profile.life.SetDiff;
import org.keyway.profile.life.SetDiff.Kind;
import org.keyway.profile.life.SetDiff.Sides;

final class SetDiffTest {
    private static final ParameterSet BEFORE = new ParameterSet(
            "S",
            Scope.of(
                    Map.of(ScopeKey.PRODUCT, "CC-150", ScopeKey.LOT, "L1"),
                    List.of(
                            new AttributeCondition.OneOf("boreClass", List.of("A")),
                            new AttributeCondition.OneOf("coating", List.of("X"))),
                    Optional.empty()),
            Map.of("speed", constant(60, "1/min"), "feed", constant(5, "mm/s"), "same", constant(1, "mm")),
            Optional.of(Instant.EPOCH),
            Optional.empty(),
            Optional.of("old"));
    private static final ParameterSet AFTER = new ParameterSet(
            "S",
            Scope.of(
                    Map.of(ScopeKey.PRODUCT, "CC-151", ScopeKey.MACHINE, "HMC-01"),
                    List.of(
                            new AttributeCondition.OneOf("boreClass", List.of("A", "B")),
                            new AttributeCondition.OneOf("hard", List.of("H"))),
                    Optional.of(Trust.REMOTE)),
            Map.of("speed", constant(1, "1/s"), "passes", constant(2, "1"), "same", constant(1, "mm")),
            Optional.empty(),
            Optional.of(Instant.EPOCH),
            Optional.of("new"),
            Optional.of("calibration"),
            Optional.of(3));

    private static ValueSource constant(int value, String unit) {
        return new ValueSource.Constant(new BigDecimal(value), Optional.of(unit));
    }

    @Test
    void valuesAreShownWithBothSidesAndTheirUnits() {
        SetDiff diff = SetDiff.between(BEFORE, AFTER);
        assertThat(diff.values()).containsOnlyKeys("speed", "feed", "passes");
        assertThat(diff.values().get("speed"))
                .isEqualTo(new Sides<>(Optional.of(constant(60, "1/min")), Optional.of(constant(1, "1/s"))));
        assertThat(diff.values())
                .hasEntrySatisfying("feed", sides -> assertThat(sides.kind()).isEqualTo(Kind.REMOVED));
        assertThat(diff.values())
                .hasEntrySatisfying("passes", sides -> assertThat(sides.kind()).isEqualTo(Kind.ADDED));
        assertThat(diff.values())
                .hasEntrySatisfying("speed", sides -> assertThat(sides.kind()).isEqualTo(Kind.CHANGED));
    }

    @Test
    void scopeConditionsDatesLayerPartsAndNoteAreShown() {
        SetDiff diff = SetDiff.between(BEFORE, AFTER);
        assertThat(diff.conditions()).containsOnlyKeys("boreClass", "coating", "hard");
        assertThat(diff.fields())
                .containsOnlyKeys(
                        "scope.product",
                        "scope.lot",
                        "scope.machine",
                        "scope.trust",
                        "effective.from",
                        "effective.until",
                        "effective.parts",
                        "layer",
                        "note");
        assertThat(diff.fields().get("scope.product"))
                .isEqualTo(new Sides<>(Optional.of("CC-150"), Optional.of("CC-151")));
    }

    @Test
    void aSetDoesNotDifferFromItself() {
        assertThat(SetDiff.between(BEFORE, BEFORE).isEmpty()).isTrue();
        assertThat(SetDiff.between(BEFORE, AFTER).isEmpty()).isFalse();
    }
}
