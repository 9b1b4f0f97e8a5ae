package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.MatchedValue.AddedOffset;

/** Orders, variants, layers of offsets, and orders of precedence of one's own. */
final class LayeredMatchingTest {
    private static final String VARIANTS = TestWorkshop.FLOOR.replace(
            "attributes: {boreClass: B, hardness: 95, teeth: 4}",
            "attributes: {boreClass: B, hardness: 95, teeth: 4}\n"
                    + "variants: {HARD: {hardness: {from: 90}}, SOFT: {hardness: {to: 89}}}");

    private final TestWorkshop workshop = new TestWorkshop()
            .with(VARIANTS)
            .withSet("BASE", "{family: CRANKCASE}", "{spindleSpeed: 6000, feedRate: 1200, passes: 2}");

    @AfterEach
    void close() {
        workshop.close();
    }

    private MatchedValue value(String parameter, ProductIdentity identity) {
        MatchResult result = workshop.match("HMC-01", identity);
        assertThat(result).isInstanceOf(MatchResult.Matched.class);
        return ((MatchResult.Matched) result)
                .values().stream()
                        .filter(value -> value.parameter().name().equals(parameter))
                        .findFirst()
                        .orElseThrow();
    }

    private static ProductIdentity crankcase(String attribute, Object value) {
        ProductIdentity plain = TestWorkshop.crankcase(Optional.of("A1"), Optional.of("L7"));
        Map<String, Object> attributes = new HashMap<>(plain.attributes());
        attributes.put(attribute, value);
        return new ProductIdentity(plain.product(), plain.family(), plain.serial(), plain.lot(), attributes);
    }

    @Test
    void aVariantStandsBetweenItsProductAndALot() {
        workshop.withSet("PRODUCT", "{product: CC-150, machine: HMC-01}", "{passes: 3}")
                .withSet("HARD", "{product: CC-150, variant: HARD}", "{passes: 4}")
                .withSet("SOFT", "{product: CC-150, variant: SOFT}", "{passes: 5}");

        assertThat(value("passes", TestWorkshop.crankcase()).value()).isEqualTo(new BigDecimal(4));
        assertThat(value("passes", crankcase("hardness", "70")).value()).isEqualTo(new BigDecimal(5));

        workshop.withSet("LOT", "{product: CC-150, lot: L7}", "{passes: 6}");
        assertThat(value("passes", crankcase("hardness", "70")).value()).isEqualTo(new BigDecimal(6));
    }

    @Test
    void aCustomersOrderOverridesEverythingElse() {
        workshop.withSet("SERIAL", "{product: CC-150, serial: A1, machine: HMC-01, operation: OP20}", "{passes: 3}")
                .withSet("ORDER", "{order: PO-7}", "{passes: 9}");

        assertThat(value("passes", crankcase("order", "PO-7")).value()).isEqualTo(new BigDecimal(9));
        assertThat(value("passes", crankcase("order", "PO-8")).value()).isEqualTo(new BigDecimal(3));
    }

    @Test
    void layersAddTheirMostSpecificOffsetInTheParametersUnit() {
        workshop.with("{kind: ParameterSet, id: CAL, layer: calibration, scope: {machineClass: HMC},"
                        + " values: {spindleSpeed: {offset: 1, unit: r/s}}}")
                .with("{kind: ParameterSet, id: CAL-01, layer: calibration, scope: {machine: HMC-01},"
                        + " values: {spindleSpeed: {offset: -0.5, unit: r/s}}}")
                .with("{kind: ParameterSet, id: WEAR, layer: wear, scope: {}, values: {spindleSpeed: {offset: 7}}}");

        MatchedValue speed = value("spindleSpeed", TestWorkshop.crankcase());

        assertThat(speed.value()).isEqualTo(new BigDecimal(5977));
        assertThat(speed.source()).isEqualTo(new SetVersion("BASE", 1));
        assertThat(speed.offsets())
                .containsExactly(
                        new AddedOffset("calibration", new SetVersion("CAL-01", 1), new BigDecimal(-30)),
                        new AddedOffset("wear", new SetVersion("WEAR", 1), new BigDecimal(7)));
    }

    @Test
    void anOffsetNeverLeadsOutOfTheLimits() {
        workshop.with("{kind: ParameterSet, id: CAL, layer: calibration, scope: {},"
                + " values: {spindleSpeed: {offset: 6001}}}");

        MatchResult result = workshop.match("HMC-01", TestWorkshop.crankcase());

        assertThat(((MatchResult.Unmatched) result).rejections())
                .extracting(Rejection::code)
                .containsExactly("KW-MATCH-006");
    }

    @Test
    void offsetsOfOneLayerThatRankTheSameAndDisagreeAreAClash() {
        workshop.with("{kind: ParameterSet, id: ONE, layer: wear, scope: {}, values: {passes: {offset: 1}}}")
                .withClashing(
                        "TWO", "{kind: ParameterSet, id: TWO, layer: wear, scope: {}, values: {passes: {offset: 2}}}");

        MatchResult result = workshop.match("HMC-01", TestWorkshop.crankcase());

        assertThat(((MatchResult.Unmatched) result)
                        .rejections()
                        .get(0)
                        .message()
                        .en())
                .contains("ONE v1", "TWO v1", "passes");
    }

    @Test
    void layersAloneCoverNoCase() {
        try (TestWorkshop empty = new TestWorkshop()
                .with(VARIANTS)
                .with("{kind: ParameterSet, id: CAL, layer: wear, scope: {}, values: {passes: {offset: 1}}}")) {
            MatchResult result = empty.match("HMC-01", TestWorkshop.crankcase());
            assertThat(((MatchResult.Unmatched) result).rejections())
                    .extracting(Rejection::code)
                    .containsExactly("KW-MATCH-001");
        }
    }

    @Test
    void whatCanNeverApplyIsRefused() {
        assertRefused("{scope: {product: CC-150, variant: MEDIUM}, values: {passes: 1}}", "KW-IMP-009");
        assertRefused("{scope: {variant: HARD}, values: {passes: 1}}", "KW-IMP-006");
        assertRefused("{scope: {machine: HMC-01, machineClass: HONING}, values: {passes: 1}}", "KW-IMP-028");
        assertRefused("{scope: {attributes: {hardness: {from: 9, to: 8}}}, values: {passes: 1}}", "KW-IMP-028");
        assertRefused(
                "{scope: {}, effective: {from: '2026-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z'},"
                        + " values: {passes: 1}}",
                "KW-IMP-028");
        assertRefused("{scope: {}, values: {passes: {offset: 1}}}", "KW-IMP-026");
        assertRefused("{scope: {}, layer: wear, values: {passes: 1}}", "KW-IMP-026");
        assertRefused("{scope: {}, layer: wear, values: {program: {offset: 1}}}", "KW-IMP-026");
        assertRefused("{scope: {}, layer: wear, values: {passes: {offset: -20}}}", "KW-IMP-047");
        assertRefused("{scope: {}, layer: wear, values: {spindleSpeed: {offset: 200, unit: r/s}}}", "KW-IMP-047");
    }

    private void assertRefused(String set, String code) {
        WorkshopImporter.Outcome outcome = workshop.tryImport("{kind: ParameterSet, id: BAD, " + set.substring(1));
        assertThat(outcome).as(set).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
        assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                .as(set)
                .extracting(ImportProblem::code)
                .contains(code);
    }

    @Test
    void variantsThatOverlapAreRefused() {
        WorkshopImporter.Outcome outcome =
                workshop.tryImport(VARIANTS.replace("SOFT: {hardness: {to: 89}}", "SOFT: {hardness: {to: 90}}"));
        assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                .extracting(ImportProblem::code)
                .isEqualTo(List.of("KW-IMP-029"));
    }
}
