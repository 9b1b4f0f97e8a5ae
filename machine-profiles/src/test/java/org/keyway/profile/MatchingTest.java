package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Provenance;
import org.keyway.identifier.Trust;

final class MatchingTest {
    private final TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR);

    @AfterEach
    void close() {
        workshop.close();
    }

    private TestWorkshop withBasics() {
        return workshop.withSet("BASE", "{family: CRANKCASE}", "{spindleSpeed: 6000, feedRate: 1200, passes: 2}");
    }

    private MatchedValue value(String parameter) {
        return value(parameter, workshop.match("HMC-01", TestWorkshop.crankcase()));
    }

    private static MatchedValue value(String parameter, MatchResult result) {
        assertThat(result).isInstanceOf(MatchResult.Matched.class);
        return ((MatchResult.Matched) result)
                .values().stream()
                        .filter(value -> value.parameter().name().equals(parameter))
                        .findFirst()
                        .orElseThrow();
    }

    private Rejection rejection() {
        return rejections(workshop.match("HMC-01", TestWorkshop.crankcase())).get(0);
    }

    private static List<Rejection> rejections(MatchResult result) {
        assertThat(result).isInstanceOf(MatchResult.Unmatched.class);
        return ((MatchResult.Unmatched) result).rejections();
    }

    private static ProductIdentity found(Trust trust) {
        ProductIdentity local = TestWorkshop.crankcase();
        return new ProductIdentity(
                local.product(),
                local.family(),
                local.serial(),
                local.lot(),
                local.attributes(),
                Provenance.of(trust, "erp", TestWorkshop.NOW));
    }

    @Test
    void aSetThatDemandsTrustIsNotWrittenWithLessAndGivesWayToNoOther() {
        withBasics().withSet("SAFE", "{product: CC-150, trust: REMOTE}", "{spindleSpeed: 3000}");

        assertThat(value("spindleSpeed", workshop.match("HMC-01", found(Trust.REMOTE)))
                        .value())
                .isEqualTo(new BigDecimal(3000));
        assertThat(value("spindleSpeed", workshop.match("HMC-01", found(Trust.SIGNED_REMOTE)))
                        .value())
                .isEqualTo(new BigDecimal(3000));
        Rejection rejection =
                rejections(workshop.match("HMC-01", found(Trust.CACHED_STALE))).get(0);
        assertThat(rejection.code()).isEqualTo("KW-MATCH-010");
        assertThat(rejection.message().zh()).contains("SAFE", "REMOTE", "CACHED_STALE");
    }

    @Test
    void aDemandForTrustCountsOnlyWhereItsSetWouldWin() {
        withBasics()
                .withSet("STRICT", "{family: CRANKCASE-150, trust: LOCAL_APPROVED}", "{spindleSpeed: 3000}")
                .withSet("PRODUCT", "{product: CC-150}", "{spindleSpeed: 7000}");

        assertThat(value("spindleSpeed", workshop.match("HMC-01", found(Trust.REMOTE)))
                        .value())
                .isEqualTo(new BigDecimal(7000));
    }

    @Test
    void aSetOfTheParentFamilyServesItsProducts() {
        withBasics();
        assertThat(value("spindleSpeed").value()).isEqualTo(new BigDecimal(6000));
        assertThat(value("spindleSpeed").source()).isEqualTo(new SetVersion("BASE", 1));
    }

    @Test
    void eachParameterTakesTheMostSpecificSetAndTheLosersAreNamed() {
        withBasics()
                .withSet("CHILD", "{family: CRANKCASE-150}", "{spindleSpeed: 6500}")
                .withSet("PRODUCT", "{product: CC-150}", "{spindleSpeed: 7000}")
                .withSet("ONE-MACHINE", "{product: CC-150, machine: HMC-01}", "{spindleSpeed: 7100}")
                .withSet("LOT", "{product: CC-150, lot: L7}", "{spindleSpeed: 7500}");
        assertThat(value("spindleSpeed").value()).isEqualTo(new BigDecimal(7100));
        assertThat(value("spindleSpeed").losers())
                .extracting(loser -> loser.source().set(), MatchedValue.Loser::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PRODUCT", "less-specific-machine"),
                        org.assertj.core.groups.Tuple.tuple("CHILD", "less-specific-product"),
                        org.assertj.core.groups.Tuple.tuple("BASE", "less-specific-product"));
        MatchResult ofLot = workshop.match("HMC-01", TestWorkshop.crankcase(Optional.empty(), Optional.of("L7")));
        assertThat(value("spindleSpeed", ofLot).value()).isEqualTo(new BigDecimal(7500));
        assertThat(value("feedRate", ofLot).value()).isEqualTo(new BigDecimal(1200));
    }

    @Test
    void aSerialNumberOverridesItsLot() {
        withBasics()
                .withSet("LOT", "{product: CC-150, lot: L7}", "{passes: 3}")
                .withSet("SERIAL", "{product: CC-150, serial: A1}", "{passes: 4}");
        MatchResult result = workshop.match("HMC-01", TestWorkshop.crankcase(Optional.of("A1"), Optional.of("L7")));
        assertThat(value("passes", result).value()).isEqualTo(new BigDecimal(4));
    }

    @Test
    void conditionsOnAttributesDecideAndTheFailedOneIsNamed() {
        withBasics()
                .withSet("B", "{family: CRANKCASE, attributes: {boreClass: [A, B]}}", "{passes: 5}")
                .withSet("HARD", "{family: CRANKCASE-150, attributes: {hardness: {from: 96, to: 110}}}", "{passes: 9}");
        assertThat(value("passes").value()).isEqualTo(new BigDecimal(5));
        assertThat(value("passes").losers())
                .anySatisfy(loser -> assertThat(loser.toString()).contains("HARD", "attribute", "hardness=95"));
    }

    @Test
    void aSetOutsideItsDatesLoses() {
        withBasics().with("""
                kind: ParameterSet
                id: LATER
                scope: {product: CC-150}
                values: {passes: 7}
                effective: {from: 2027-01-01T00:00:00Z}
                """);
        assertThat(value("passes").value()).isEqualTo(new BigDecimal(2));
        assertThat(value("passes").losers())
                .extracting(MatchedValue.Loser::reason)
                .contains("not-effective");
    }

    @Test
    void equalRankAndDifferentValuesIsAClashThatNamesBoth() {
        withBasics()
                .withSet("ONE", "{family: CRANKCASE-150}", "{passes: 3}")
                .withClashingSet("TWO", "{family: CRANKCASE-150}", "{passes: 4}");
        assertThat(rejection().code()).isEqualTo("KW-MATCH-003");
        assertThat(rejection().message().en()).contains("ONE v1", "TWO v1", "passes");
    }

    @Test
    void equalRankAndEqualValuesIsNoClash() {
        withBasics()
                .withSet("ONE", "{family: CRANKCASE-150}", "{passes: 3}")
                .withSet("TWO", "{family: CRANKCASE-150}", "{passes: 3.0}");
        assertThat(value("passes").value()).isEqualTo(new BigDecimal(3));
    }

    @Test
    void theSameValueInAnotherUnitIsNoClash() {
        withBasics()
                .withSet("ONE", "{family: CRANKCASE-150}", "{spindleSpeed: 6000}")
                .withSet("TWO", "{family: CRANKCASE-150}", "{spindleSpeed: {value: 100, unit: r/s}}");
        assertThat(value("spindleSpeed").value()).isEqualTo(new BigDecimal(6000));
    }

    @Test
    void aFormulaUsesAttributesAndOtherParameters() {
        withBasics().withSet("F", "{product: CC-150}", "{feedRate: {formula: 'spindleSpeed * 0.05 * teeth'}}");
        assertThat(value("feedRate").value()).isEqualTo(new BigDecimal(1200));
        assertThat(value("feedRate").formula()).contains("spindleSpeed * 0.05 * teeth");
    }

    @Test
    void formulasOfTwoSetsThatNeedEachOtherHaveNoResult() {
        withBasics()
                .withSet("F", "{product: CC-150}", "{feedRate: {formula: 'spindleSpeed * 0.1'}}")
                .withSet("S", "{product: CC-150, machine: HMC-01}", "{spindleSpeed: {formula: 'feedRate * 10.0'}}");
        assertThat(rejection().code()).isEqualTo("KW-MATCH-005");
    }

    @Test
    void aFormulaResultOutsideTheLimitsIsRefused() {
        withBasics().withSet("F", "{product: CC-150}", "{feedRate: {formula: 'spindleSpeed * 1000.0'}}");
        assertThat(rejection().code()).isEqualTo("KW-MATCH-006");
        assertThat(rejection().message().en()).contains("6000000", "10000", "feedRate");
    }

    @Test
    void aFormulaResultThatTheTypeCannotHoldIsRefusedNotRounded() {
        withBasics().withSet("F", "{product: CC-150}", "{passes: {formula: 'teeth / 3.0'}}");
        assertThat(rejection().code()).isEqualTo("KW-MATCH-007");
    }

    @Test
    void valuesAreConvertedToTheUnitOfTheParameterAndThenOfTheMachine() {
        withBasics().withSet("U", "{product: CC-150}", "{feedRate: {value: 1.5, unit: m/min}}");
        assertThat(value("feedRate").value()).isEqualTo(new BigDecimal(1500));
        assertThat(value("feedRate").nodeValue()).isEqualTo(new BigDecimal(25));
    }

    @Test
    void aMissingRequiredParameterIsRefusedAndAnOptionalOneIsNot() {
        workshop.withSet("HALF", "{family: CRANKCASE}", "{spindleSpeed: 6000, feedRate: 1200}");
        assertThat(rejections(workshop.match("HMC-01", TestWorkshop.crankcase())))
                .extracting(Rejection::code)
                .containsExactly("KW-MATCH-004");
    }

    @Test
    void aProductWithoutSetsIsRefused() {
        assertThat(rejection().code()).isEqualTo("KW-MATCH-001");
    }

    @Test
    void aPartOfAnotherStationIsSentThere() {
        workshop.withSet(
                "HONE", "{product: CC-150, machineClass: HONING}", "{spindleSpeed: 300, feedRate: 10, passes: 1}");
        assertThat(rejection().code()).isEqualTo("KW-MATCH-002");
        assertThat(rejection().message().en()).contains("ST-20");
        assertThat(rejection().message().zh()).contains("ST-20");
    }

    @Test
    void anUnknownMachineIsRefused() {
        assertThat(rejections(workshop.match("NONE", TestWorkshop.crankcase()))
                        .get(0)
                        .code())
                .isEqualTo("KW-MATCH-009");
    }

    @ParameterizedTest
    @CsvSource({
        "1E5, 1E5, 100000",
        "1.10, 1.10, 1.1",
        "0012, 0012, 12",
        "0x1F, 0x1F, 31",
    })
    void namesThatLookLikeNumbersStayAsTheyAreWritten(String written, String same, String other) {
        workshop.withSet("S", "{serial: " + written + "}", "{passes: 2}")
                .withSet("T", "{product: CC-150, attributes: {revision: [" + written + "]}}", "{coolant: true}");

        assertThat(workshop.released().get(0).set().scope().serial()).contains(same);
        AttributeCondition revision =
                workshop.released().get(1).set().scope().attributes().get(0);
        assertThat(revision.holds(same)).isTrue();
        assertThat(revision.holds(other)).isFalse();
    }

    @Test
    void aNumberOfTheRegistryIsTheSameHoweverItIsWritten() {
        AttributeCondition listed = new AttributeCondition.OneOf("revision", List.of("1.10", "1E5"));

        assertThat(listed.holds(new BigDecimal("1.1"))).isTrue();
        assertThat(listed.holds(new BigDecimal("100000.0"))).isTrue();
        assertThat(listed.holds(new BigDecimal("1.11"))).isFalse();
        assertThat(listed.meets(new AttributeCondition.OneOf("revision", List.of("1.1"))))
                .isTrue();
        assertThat(listed.meets(new AttributeCondition.OneOf("revision", List.of("2"))))
                .isFalse();
    }
}
