package org.keyway.profile.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeCondition.OneOf;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.matching.SetGenerator;
import org.keyway.profile.matching.SmallWorld;

/** Products P1 (variants SMALL, LARGE), P2, P3 on M1, M2, M3, of which the last takes no passes. */
final class CoverageTest {
    private static final Duration MONTH = Duration.ofDays(31);

    private final MovingClock clock = new MovingClock();
    private final CurrentWorkshop workshop = SmallWorld.workshop(List.of(), Precedence.DEFAULT);
    private final Coverage coverage = new Coverage(workshop, clock);

    private static final class MovingClock extends Clock {
        private Instant now = SmallWorld.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static ReleasedSet set(
            String id, Map<ScopeKey, String> names, List<AttributeCondition> conditions, Map<String, Integer> values) {
        return set(id, names, conditions, values, Optional.empty());
    }

    private static ReleasedSet set(
            String id,
            Map<ScopeKey, String> names,
            List<AttributeCondition> conditions,
            Map<String, Integer> values,
            Optional<Instant> until) {
        Map<String, ValueSource> sources = new HashMap<>();
        values.forEach(
                (name, value) -> sources.put(name, new ValueSource.Constant(new BigDecimal(value), Optional.empty())));
        Scope scope = Scope.of(names, conditions, Optional.empty());
        return new ReleasedSet(new ParameterSet(id, scope, sources, Optional.empty(), until, Optional.empty()), 1);
    }

    private void release(ReleasedSet... sets) {
        for (ReleasedSet set : sets) {
            workshop.release(List.of(set.set().id()), List.of(set));
        }
    }

    private List<String> cells(CoverageStatus status) {
        return coverage.page(CoverageFilter.of(status, MONTH), 0, 1000).cells().stream()
                .map(cell ->
                        cell.product() + cell.variant().map(name -> "/" + name).orElse("") + " " + cell.machine() + " "
                                + cell.operation())
                .toList();
    }

    private CoverageCell first(CoverageStatus status) {
        return coverage.page(CoverageFilter.of(status, MONTH), 0, 1).cells().get(0);
    }

    @Test
    void everyProductAndVariantOnEveryMachineIsAGapAtFirst() {
        assertThat(coverage.summary(MONTH).cells()).containsEntry(CoverageStatus.GAP, 15L);
        assertThat(cells(CoverageStatus.GAP)).contains("P1 M1 OP10", "P1/SMALL M1 OP10", "P1/LARGE M3 OP10");
    }

    @Test
    void eachStatusIsToldWithItsTrouble() {
        release(
                set("BASE", Map.of(ScopeKey.FAMILY, "F"), List.of(), Map.of("speed", 100)),
                set("P1", Map.of(ScopeKey.PRODUCT, "P1"), List.of(), Map.of("passes", 70_000)),
                set("G", Map.of(ScopeKey.FAMILY, "G"), List.of(), Map.of("passes", 1)),
                set("A", Map.of(ScopeKey.PRODUCT, "P2", ScopeKey.MACHINE, "M2"), List.of(), Map.of("speed", 1)),
                set("B", Map.of(ScopeKey.PRODUCT, "P2", ScopeKey.MACHINE, "M2"), List.of(), Map.of("speed", 2)));

        assertThat(cells(CoverageStatus.AMBIGUOUS)).containsExactly("P2 M2 OP20");
        assertThat(cells(CoverageStatus.MISSING)).containsExactly("P3 M1 OP10", "P3 M2 OP20", "P3 M3 OP10");
        assertThat(cells(CoverageStatus.LIMIT))
                .contains("P1 M1 OP10", "P1/LARGE M2 OP20")
                .hasSize(6);
        assertThat(cells(CoverageStatus.MATCHED))
                .contains("P2 M1 OP10", "P1/SMALL M3 OP10")
                .hasSize(5);
        assertThat(first(CoverageStatus.MISSING).parameters()).containsExactly("speed");
        assertThat(first(CoverageStatus.LIMIT).parameters()).containsExactly("passes");
    }

    @Test
    void aPageIsAPartOfTheWholeThatItCounts() {
        CoverageFilter ofM2 = new CoverageFilter(
                Optional.of(CoverageStatus.GAP), Optional.empty(), Optional.of("F"), Optional.of("M2"), MONTH);

        Coverage.Page page = coverage.page(ofM2, 1, 2);

        assertThat(page.total()).isEqualTo(4);
        assertThat(page.cells()).hasSize(2).allMatch(cell -> cell.machine().equals("M2"));
    }

    @Test
    void aCellIsExplainedByItsMatch() {
        release(
                set("A", Map.of(ScopeKey.PRODUCT, "P2"), List.of(), Map.of("speed", 1, "passes", 3)),
                set("B", Map.of(ScopeKey.PRODUCT, "P2"), List.of(), Map.of("speed", 2)));

        MatchResult result =
                coverage.explain("P2", Optional.empty(), "M2", "OP20").orElseThrow();

        assertThat(result.values())
                .singleElement()
                .satisfies(value -> assertThat(value.source().set()).isEqualTo("A"));
        assertThat(result.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.winner().orElseThrow().set()).isEqualTo("A");
            assertThat(missing.losers().get(0).source().set()).isEqualTo("B");
            assertThat(missing.losers().get(0).reason()).isEqualTo("equal");
            assertThat(missing.rejection().orElseThrow().code()).isEqualTo("KW-MATCH-003");
        });
        assertThat(coverage.explain("NONE", Optional.empty(), "M2", "OP20")).isEmpty();
    }

    @Test
    void operationsThatSetsNameForAMachineOrItsClassAreJudgedToo() {
        release(set(
                "MILL-30",
                Map.of(ScopeKey.MACHINE_CLASS, "MILL", ScopeKey.OPERATION, "OP30"),
                List.of(),
                Map.of("speed", 1)));

        assertThat(cells(CoverageStatus.MATCHED))
                .contains("P3 M1 OP30", "P3 M2 OP30")
                .hasSize(10);
    }

    @Test
    void whatLosesItsMatchInTimeIsExpiringAndLaterAGap() {
        Instant end = SmallWorld.NOW.plus(Duration.ofDays(20));
        release(set("P2", Map.of(ScopeKey.PRODUCT, "P2"), List.of(), Map.of("speed", 1), Optional.of(end)));

        assertThat(cells(CoverageStatus.EXPIRING)).hasSize(3);
        assertThat(first(CoverageStatus.EXPIRING).lostAt()).contains(end);
        assertThat(coverage.summary(Duration.ofDays(19)).cells()).containsEntry(CoverageStatus.MATCHED, 3L);
        clock.now = end;
        assertThat(coverage.summary(MONTH).cells()).containsEntry(CoverageStatus.GAP, 15L);
    }

    @Test
    void attributesThatTheRegistryDoesNotGiveAreNamed() {
        release(
                set("P2", Map.of(ScopeKey.PRODUCT, "P2"), List.of(), Map.of("speed", 1)),
                set(
                        "RED",
                        Map.of(ScopeKey.PRODUCT, "P2"),
                        List.of(new OneOf("colour", List.of("red"))),
                        Map.of("speed", 2)));

        assertThat(coverage.summary(MONTH).open()).isEqualTo(3);
        assertThat(first(CoverageStatus.MATCHED).dependsOn()).containsExactly("colour");
    }

    @Test
    void aReleaseCostsItsOwnCellsOnly() {
        coverage.summary(MONTH);
        long before = coverage.judged();

        release(set("P2", Map.of(ScopeKey.PRODUCT, "P2", ScopeKey.MACHINE, "M1"), List.of(), Map.of("speed", 1)));
        coverage.summary(MONTH);

        assertThat(coverage.judged() - before).isEqualTo(1);
    }

    @Test
    void afterAnyReleasesTheAnswerIsThatOfAFreshLook() {
        SetGenerator generator = new SetGenerator(5);
        CoverageFilter all = CoverageFilter.all(MONTH);
        for (int i = 0; i < 300; i++) {
            ReleasedSet set = generator.set("S" + i % 12);
            boolean gone = generator.chance(5);
            workshop.release(List.of(set.set().id()), gone ? List.of() : List.of(set));
            if (generator.chance(10)) {
                clock.now = clock.now.plus(Duration.ofDays(2));
            }
            if (generator.chance(2)) {
                Coverage fresh = new Coverage(workshop, clock);
                assertThat(coverage.summary(MONTH)).as("after %d", i).isEqualTo(fresh.summary(MONTH));
                assertThat(coverage.page(all, 0, 1000)).as("after %d", i).isEqualTo(fresh.page(all, 0, 1000));
            }
        }
    }
}
