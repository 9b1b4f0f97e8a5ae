package org.keyway.profile.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.matching.SmallWorld;

/** What changes if a draft is released. */
final class ReleaseImpactTest {
    private final CurrentWorkshop workshop = SmallWorld.workshop(List.of(), Precedence.DEFAULT);
    private final ReleaseImpact impact = new ReleaseImpact(workshop, Clock.fixed(SmallWorld.NOW, ZoneOffset.UTC));

    private static ReleasedSet set(String id, Map<ScopeKey, String> names, Map<String, Integer> values) {
        Map<String, ValueSource> sources = new HashMap<>();
        values.forEach(
                (name, value) -> sources.put(name, new ValueSource.Constant(new BigDecimal(value), Optional.empty())));
        Scope scope = Scope.of(names, List.of(), Optional.empty());
        return new ReleasedSet(
                new ParameterSet(id, scope, sources, Optional.empty(), Optional.empty(), Optional.empty()), 1);
    }

    private void release(ReleasedSet set) {
        workshop.release(List.of(set.set().id()), List.of(set));
    }

    private List<String> changes(ReleasedSet draft, List<ReleasedSet> before) {
        List<String> changed = new ArrayList<>();
        Optional<Long> from = Optional.of(0L);
        while (from.isPresent()) {
            ReleaseImpact.Page page = impact.page(draft, List.of(), before, from.get(), 2);
            assertThat(page.changes()).hasSizeLessThanOrEqualTo(2);
            page.changes()
                    .forEach(change -> changed.add(change.request().identity().product() + " "
                            + change.request().machine() + " " + change.values()));
            from = page.next();
        }
        return changed;
    }

    @Test
    void aDraftChangesTheCasesOfItsScopeAndAfterItsReleaseNoMore() {
        release(set("BASE", Map.of(ScopeKey.FAMILY, "F"), Map.of("speed", 100, "passes", 1)));
        ReleasedSet draft = set("P2", Map.of(ScopeKey.PRODUCT, "P2"), Map.of("speed", 200));

        assertThat(changes(draft, List.of()))
                .contains("P2 M1 [ValueChange[parameter=speed, before=Optional[100], after=Optional[200]]]")
                .hasSize(3)
                .allMatch(change -> change.startsWith("P2 "));
        release(draft);
        assertThat(changes(draft, List.of())).isEmpty();
    }

    @Test
    void casesOfTheOldScopeThatTheNewOneLeavesLoseTheirValues() {
        ReleasedSet old = set("S", Map.of(ScopeKey.PRODUCT, "P2"), Map.of("speed", 100));
        release(old);
        ReleasedSet draft = set("S", Map.of(ScopeKey.PRODUCT, "P3"), Map.of("speed", 100));

        assertThat(changes(draft, List.of(old)))
                .contains(
                        "P2 M3 [ValueChange[parameter=speed, before=Optional[100], after=Optional.empty]]",
                        "P3 M3 [ValueChange[parameter=speed, before=Optional.empty, after=Optional[100]]]")
                .hasSize(6);
    }

    @Test
    void theSameValueFromAnotherSetIsNoChange() {
        release(set("BASE", Map.of(ScopeKey.FAMILY, "F"), Map.of("speed", 100)));

        assertThat(changes(set("P2", Map.of(ScopeKey.PRODUCT, "P2"), Map.of("speed", 100)), List.of()))
                .isEmpty();
    }

    @Test
    void aDraftForALotIsShownOnThatLot() {
        ReleasedSet draft = set("LOT", Map.of(ScopeKey.PRODUCT, "P3", ScopeKey.LOT, "L7"), Map.of("speed", 200));

        assertThat(impact.page(draft, List.of(), List.of(), 0, 10).changes())
                .hasSize(3)
                .allSatisfy(
                        change -> assertThat(change.request().identity().lot()).contains("L7"))
                .allSatisfy(change -> assertThat(change.before()).isInstanceOf(MatchResult.Unmatched.class));
    }
}
