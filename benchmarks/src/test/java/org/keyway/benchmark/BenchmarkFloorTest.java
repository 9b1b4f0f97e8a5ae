package org.keyway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.simulator.MachinedPart;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.ValueKind;

class BenchmarkFloorTest {
    private static final int SCANS = 5;

    @Test
    void bothSidesDeliverEveryValueOfEveryPart(@TempDir Path scratch) throws Exception {
        try (BenchmarkFloor floor = BenchmarkFloor.start(2, scratch)) {
            Contest contest = new Contest();
            contest.latencies(floor.keyway(0), floor.bare(0), SCANS);
            contest.throughput(
                    List.of(floor.keyway(0), floor.keyway(1)), List.of(floor.bare(0), floor.bare(1)), 1, SCANS);

            assertThat(floor.ours(0).machined()).hasSize(2 * SCANS).allSatisfy(BenchmarkFloorTest::isWhole);
            assertThat(floor.twin(0).machined()).hasSize(2 * SCANS).allSatisfy(BenchmarkFloorTest::isWhole);
            assertThat(floor.ours(1).machined()).hasSize(SCANS).allSatisfy(BenchmarkFloorTest::isWhole);
            assertThat(floor.twin(1).machined()).hasSize(SCANS).allSatisfy(BenchmarkFloorTest::isWhole);
        }
    }

    @Test
    void everyPartOfATurnGetsTheValuesOfItsProduct(@TempDir Path scratch) throws Exception {
        try (BenchmarkFloor floor = BenchmarkFloor.start(1, scratch)) {
            for (int product : new int[] {0, 42, BenchmarkWorkshop.PRODUCTS - 1}) {
                floor.keyway(0).deliver(product, "A" + product);
                floor.bare(0).deliver(product, "B" + product);

                assertThat(last(floor.ours(0))).isEqualTo(values(product));
                assertThat(last(floor.twin(0))).isEqualTo(values(product));
            }
        }
    }

    private static Map<String, Object> last(SimulatedMachine machine) {
        List<MachinedPart> parts = machine.machined();
        return parts.get(parts.size() - 1).values();
    }

    private static void isWhole(MachinedPart part) {
        assertThat(IntStream.range(0, BenchmarkWorkshop.PRODUCTS).mapToObj(BenchmarkFloorTest::values))
                .contains(part.values());
    }

    private static Map<String, Object> values(int product) {
        return RecipeParameter.ALL.stream()
                .collect(Collectors.toMap(
                        RecipeParameter::node,
                        parameter -> parameter.kind() == ValueKind.UINT16
                                ? Unsigned.ushort((Integer) parameter.of(product))
                                : parameter.of(product)));
    }
}
