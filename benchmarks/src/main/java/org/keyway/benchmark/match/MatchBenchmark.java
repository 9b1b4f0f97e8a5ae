package org.keyway.benchmark.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.Precedence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A match of 24 parameters for cases at random, and beside it a hash map with the same keys whose values are the sets: one
 * probe, and the same result built from what it finds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MatchBenchmark {
    private static final int CASES = 1 << 17;

    @Param({"10000", "100000", "1000000"})
    int sets;

    private final CurrentWorkshop workshop = new CurrentWorkshop(Precedence.DEFAULT, PartCounts.NONE);
    private final Map<Key, Plain> plain = new HashMap<>();
    private final List<MatchRequest> requests = new ArrayList<>();
    private int next;

    /** What a plain map is asked by. */
    record Key(String product, String machine, String operation) {}

    @Setup
    public void fill() {
        Plant plant = new Plant(sets / (Plant.MACHINES * Plant.OPERATIONS));
        workshop.replace(plant.things(), plant);
        Map<ValueSource, ValueSource> shared = new HashMap<>();
        for (int i = 0; i < sets; i++) {
            plain.put(
                    new Key(Plant.productOf(i), Plant.machineOf(i), Plant.operationOf(i)),
                    plain(plant.set(i, 1), shared));
        }
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            requests.add(Plant.request(random.nextInt(sets)));
        }
    }

    /** What a plain map would keep of a set; equal values are one object here as they are in the index. */
    record Plain(SetVersion source, Map<String, ValueSource> values) {}

    private Plain plain(ReleasedSet set, Map<ValueSource, ValueSource> shared) {
        Map<String, ValueSource> values = new HashMap<>();
        set.set().values().forEach((name, value) -> values.put(name, shared.computeIfAbsent(value, same -> same)));
        return new Plain(set.source(), values);
    }

    private MatchRequest request() {
        next = (next + 1) & (CASES - 1);
        return requests.get(next);
    }

    @Benchmark
    public MatchResult match() {
        return workshop.match(request());
    }

    @Benchmark
    public MatchResult plainMap() {
        MatchRequest request = request();
        Plain found = Objects.requireNonNull(
                plain.get(new Key(request.identity().product(), request.machine(), request.operation())));
        var machine = workshop.current().machine(request.machine()).orElseThrow();
        MachineProfile profile = workshop.current().profile(machine.profile()).orElseThrow();
        List<MatchedValue> values = new ArrayList<>(profile.parameters().size());
        for (var parameter : profile.parameters()) {
            var constant =
                    (ValueSource.Constant) Objects.requireNonNull(found.values().get(parameter.name()));
            values.add(new MatchedValue(parameter, constant.value(), constant.value(), found.source(), List.of()));
        }
        return new MatchResult.Matched(machine, profile, request.operation(), values);
    }
}
