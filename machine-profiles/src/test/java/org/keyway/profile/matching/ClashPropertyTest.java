package org.keyway.profile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ValueSource;

/** A clash is reported if and only if there is a case: every case of a small world is tried. */
final class ClashPropertyTest {
    private static final int PAIRS = 500;

    private final WorkshopSnapshot things = new WorkshopSnapshot(SmallWorld.things());

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(longs = {1, 2, 3})
    void aClashIsReportedIfAndOnlyIfACaseExists(long seed) {
        SetGenerator generator = new SetGenerator(seed);
        int clashes = 0;
        for (int i = 0; i < PAIRS; i++) {
            ReleasedSet one = generator.set("ONE");
            ReleasedSet two = generator.beside("TWO", one);
            boolean exists = clashExists(one, two);
            assertReported(one, two, exists);
            assertReported(two, one, exists);
            clashes += exists ? 1 : 0;
        }
        assertThat(clashes).as("so that both answers were tried").isBetween(PAIRS / 40, PAIRS * 39 / 40);
    }

    @Test
    void ofManySetsTheSameAreFoundAsInPairs() {
        SetGenerator generator = new SetGenerator(4);
        for (int round = 0; round < 40; round++) {
            List<ReleasedSet> all = new ArrayList<>(List.of(generator.set("S0")));
            for (int i = 1; i < 30; i++) {
                all.add(generator.beside("S" + i, generator.pick(all)));
            }
            List<ReleasedSet> released = all.subList(0, 10);
            List<ReleasedSet> candidates = all.subList(10, 30);
            List<String> expected = new ArrayList<>();
            for (int i = 10; i < 30; i++) {
                SetIndex before = SetIndex.of(all.subList(0, i), Precedence.DEFAULT);
                ClashCheck check = new ClashCheck(things, before, SmallWorld.COUNTS, SmallWorld.NOW);
                if (!check.check(all.get(i), List.of()).isEmpty()) {
                    expected.add(all.get(i).set().id());
                }
            }
            SetIndex index = SetIndex.of(released, Precedence.DEFAULT);
            ClashCheck check = new ClashCheck(things, index, SmallWorld.COUNTS, SmallWorld.NOW);
            // Of sets that are the same but for their ids one speaks for all, so that fewer may be named, but never
            // none.
            assertThat(check.checkAll(candidates).clashes())
                    .extracting(clash -> clash.first().set())
                    .as("round %d", round)
                    .isSubsetOf(expected)
                    .matches(named -> named.isEmpty() == expected.isEmpty());
        }
    }

    private void assertReported(ReleasedSet candidate, ReleasedSet released, boolean exists) {
        SetIndex index = SetIndex.of(List.of(released), Precedence.DEFAULT);
        ClashCheck check = new ClashCheck(things, index, SmallWorld.COUNTS, SmallWorld.NOW);
        List<Clash> found = check.check(candidate, List.of());
        assertThat(found).as("%s\n%s", candidate, released).hasSize(exists ? 1 : 0);
        ClashCheck empty = new ClashCheck(things, SetIndex.EMPTY, SmallWorld.COUNTS, SmallWorld.NOW);
        assertThat(empty.checkAll(List.of(released, candidate)).clashes()).hasSize(exists ? 1 : 0);
        assertThat(check.checkAll(List.of(candidate)).clashes()).isEqualTo(found);
        for (Clash clash : found) {
            MatchRequest example = clash.example().request();
            assertThat(disagreement(example, index(candidate, released)))
                    .as("example %s of\n%s\n%s", clash.example(), candidate, released)
                    .contains(clash.parameter());
        }
    }

    private static SetIndex index(ReleasedSet one, ReleasedSet two) {
        return SetIndex.of(List.of(one, two), Precedence.DEFAULT);
    }

    private boolean clashExists(ReleasedSet one, ReleasedSet two) {
        SetIndex index = index(one, two);
        boolean[] found = new boolean[1];
        SmallWorld.eachCase(
                List.of(one, two),
                request -> found[0] = found[0] || !disagreement(request, index).isEmpty());
        return found[0];
    }

    /** The parameters on which two covering sets of equal rank disagree, by what the matcher itself sees of the case. */
    private List<String> disagreement(MatchRequest request, SetIndex index) {
        Machine machine = things.machine(request.machine()).orElseThrow();
        Optional<String> variant = things.product(request.identity().product())
                .flatMap(product -> product.variantOf(request.identity().attributes()));
        List<String> families = things.familyAndAncestors(request.identity().family());
        CaseNames names = new CaseNames(request.identity(), families, variant, machine, request.operation());
        List<Judged> covering = index.candidates(names).stream()
                .map(found -> Judged.of(found, request.identity().attributes(), request.at(), SmallWorld.COUNTS))
                .filter(Judged::covers)
                .toList();
        if (covering.size() < 2
                || !covering.get(0).isEqualRank(covering.get(1))
                || !layer(covering.get(0)).equals(layer(covering.get(1)))) {
            return List.of();
        }
        Map<String, BigDecimal> one = values(covering.get(0));
        Map<String, BigDecimal> two = values(covering.get(1));
        List<String> different = new ArrayList<>();
        things.profile(machine.profile()).orElseThrow().parameters().forEach(parameter -> {
            BigDecimal first = one.get(parameter.name());
            BigDecimal second = two.get(parameter.name());
            if (first != null && second != null && first.compareTo(second) != 0) {
                different.add(parameter.name());
            }
        });
        return different;
    }

    private static Optional<String> layer(Judged judged) {
        return judged.set().guard().layer();
    }

    /** In r/min and passes, reckoned here. */
    private static Map<String, BigDecimal> values(Judged judged) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (int i = 0; i < judged.set().values().length; i++) {
            ValueSource source = judged.set().values()[i];
            BigDecimal number = source instanceof ValueSource.Constant constant
                    ? (BigDecimal) constant.value()
                    : ((ValueSource.Offset) source).amount();
            BigDecimal factor = source.unit().isPresent() ? new BigDecimal(60) : BigDecimal.ONE;
            values.put(judged.set().shape().names().get(i), number.multiply(factor));
        }
        return values;
    }
}
