package org.keyway.profile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.Rejection;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueSource;

/** What holds for every case, tried on every case of a small world with sets by chance. */
final class MatchPropertyTest {
    private static final int WORLDS = 40;

    /** The order of the house, and one of its own. */
    static Stream<Precedence> precedences() {
        List<List<String>> reversed = new ArrayList<>(Precedence.DEFAULT.keySets().stream()
                .map(keys -> keys.stream().map(key -> key.word()).toList())
                .toList());
        Collections.reverse(reversed);
        return Stream.of(Precedence.DEFAULT, Precedence.of(reversed));
    }

    private static List<ReleasedSet> sets(SetGenerator generator) {
        List<ReleasedSet> sets = new ArrayList<>(List.of(generator.set("S0")));
        for (int i = 1; i < 10; i++) {
            String id = "S" + i;
            sets.add(generator.chance(2) ? generator.set(id) : generator.beside(id, generator.pick(sets)));
        }
        return sets;
    }

    /** A few hundred of the cases that the sets could tell apart, by chance. */
    private static List<MatchRequest> cases(List<ReleasedSet> sets, long seed) {
        List<MatchRequest> all = new ArrayList<>();
        SmallWorld.eachCase(sets, all::add);
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(400, all.size()));
    }

    @ParameterizedTest
    @MethodSource("precedences")
    void theOrderOfInsertionAndTheTableChangeNothing(Precedence precedence) {
        SetGenerator generator = new SetGenerator(11);
        for (int world = 0; world < WORLDS; world++) {
            List<ReleasedSet> sets = sets(generator);
            List<ReleasedSet> shuffled = new ArrayList<>(sets);
            Collections.shuffle(shuffled, new Random(world));
            CurrentWorkshop one = SmallWorld.workshop(sets, precedence);
            CurrentWorkshop other = SmallWorld.workshop(shuffled, precedence);
            CurrentWorkshop grown = SmallWorld.workshop(List.of(), precedence);
            shuffled.forEach(set -> grown.release(List.of(set.set().id()), List.of(set)));
            for (MatchRequest request : cases(sets, world)) {
                MatchResult result = one.match(request);
                assertThat(other.match(request)).as("%s", request).isEqualTo(result);
                assertThat(grown.match(request)).as("%s", request).isEqualTo(result);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("precedences")
    void aSetThatDoesNotCoverACaseNeverChangesItsResult(Precedence precedence) {
        SetGenerator generator = new SetGenerator(12);
        int uncovered = 0;
        int covered = 0;
        for (int world = 0; world < WORLDS; world++) {
            List<ReleasedSet> sets = sets(generator);
            ReleasedSet more = generator.beside("MORE", generator.pick(sets));
            List<ReleasedSet> all = new ArrayList<>(sets);
            all.add(more);
            CurrentWorkshop before = SmallWorld.workshop(sets, precedence);
            CurrentWorkshop after = SmallWorld.workshop(all, precedence);
            for (MatchRequest request : cases(all, world)) {
                if (Coverer.covers(more, request)) {
                    covered++;
                } else {
                    uncovered++;
                    assertThat(essence(after.match(request)))
                            .as("%s with %s", request, more)
                            .isEqualTo(essence(before.match(request)));
                }
            }
        }
        assertThat(List.of(covered, uncovered)).as("so that both were tried").allMatch(count -> count > 100);
    }

    /** A candidate that didn't count is named among the losers; values, their sets and refusals are what must stay. */
    private static List<Object> essence(MatchResult result) {
        List<Object> rejections = new ArrayList<>();
        if (result instanceof MatchResult.Unmatched unmatched) {
            unmatched.rejections().forEach(rejection -> rejections.add(isGap(rejection) ? "gap" : rejection));
        }
        return List.of(
                rejections,
                result.values().stream()
                        .map(value -> List.of(value.parameter().name(), value.value(), value.source(), value.offsets()))
                        .toList());
    }

    /** That another station has parameters for the part is said of the cases there. */
    private static boolean isGap(Rejection rejection) {
        return List.of("KW-MATCH-001", "KW-MATCH-002").contains(rejection.code());
    }

    @Test
    void theWinnerThatIsNamedGivesTheValue() {
        SetGenerator generator = new SetGenerator(13);
        int values = 0;
        for (int world = 0; world < WORLDS; world++) {
            List<ReleasedSet> sets = sets(generator);
            CurrentWorkshop workshop = SmallWorld.workshop(sets, Precedence.DEFAULT);
            for (MatchRequest request : cases(sets, world)) {
                for (MatchedValue value : workshop.match(request).values()) {
                    assertNamedRightly(value, sets, request);
                    values++;
                }
            }
        }
        assertThat(values).isGreaterThan(1000);
    }

    private static void assertNamedRightly(MatchedValue value, List<ReleasedSet> sets, MatchRequest request) {
        ReleasedSet winner = set(sets, value.source());
        assertThat(Coverer.covers(winner, request))
                .as("%s at %s", winner, request)
                .isTrue();
        var sum = number(winner, value);
        for (MatchedValue.AddedOffset offset : value.offsets()) {
            sum = sum.add(number(set(sets, offset.source()), value));
        }
        assertThat((BigDecimal) value.value()).isEqualByComparingTo(sum);
        value.losers()
                .forEach(loser -> assertThat(loser.reason().matches("attribute|not-effective|parts-used-up"))
                        .as("%s", loser)
                        .isNotEqualTo(Coverer.covers(set(sets, loser.source()), request)));
    }

    private static ReleasedSet set(List<ReleasedSet> sets, SetVersion source) {
        return sets.stream()
                .filter(set -> set.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(ReleasedSet set, MatchedValue value) {
        ValueSource source = Optional.ofNullable(
                        set.set().values().get(value.parameter().name()))
                .orElseThrow();
        BigDecimal number = source instanceof ValueSource.Offset offset
                ? offset.amount()
                : (BigDecimal) ((ValueSource.Constant) source).value();
        return source.unit().isPresent() ? number.multiply(new BigDecimal(60)) : number;
    }

    /** Whether a set covers a case, said in the words of the scope and without the index. */
    private static final class Coverer {
        private static final WorkshopSnapshot THINGS = new WorkshopSnapshot(SmallWorld.things());

        static boolean covers(ReleasedSet set, MatchRequest request) {
            Map<String, Object> attributes = request.identity().attributes();
            boolean inTime = set.set().from().filter(request.at()::isBefore).isEmpty()
                    && set.from().filter(request.at()::isBefore).isEmpty()
                    && set.set()
                            .until()
                            .filter(end -> !request.at().isBefore(end))
                            .isEmpty()
                    && set.until().filter(end -> !request.at().isBefore(end)).isEmpty();
            boolean partsLeft =
                    (set.set().parts().isEmpty() && set.canary().isEmpty()) || set.version() != SmallWorld.USED_UP;
            boolean onTrialHere = set.canary()
                    .map(canary -> canary.machine().equals(request.machine()))
                    .orElse(true);
            return inTime
                    && partsLeft
                    && onTrialHere
                    && set.set().scope().attributes().stream().allMatch(condition -> condition.isMetBy(attributes))
                    && set.set().scope().names().entrySet().stream()
                            .allMatch(name -> name.getValue().equals(nameOf(name, request)));
        }

        private static String nameOf(Map.Entry<ScopeKey, String> named, MatchRequest request) {
            var identity = request.identity();
            return switch (named.getKey()) {
                case FAMILY ->
                    THINGS.familyAndAncestors(identity.family()).contains(named.getValue()) ? named.getValue() : "";
                case PRODUCT -> identity.product();
                case VARIANT ->
                    THINGS.product(identity.product())
                            .flatMap(product -> product.variantOf(identity.attributes()))
                            .orElse("");
                case LOT -> identity.lot().orElse("");
                case SERIAL -> identity.serial().orElse("");
                case ORDER -> String.valueOf(identity.attributes().getOrDefault("order", ""));
                case MACHINE_CLASS ->
                    THINGS.machine(request.machine()).orElseThrow().machineClass();
                case MACHINE -> request.machine();
                case OPERATION -> request.operation();
            };
        }
    }
}
