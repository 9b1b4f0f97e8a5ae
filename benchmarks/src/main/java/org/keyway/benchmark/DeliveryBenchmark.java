package org.keyway.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keyway.benchmark.Contest.Pair;

/** From a scan to a machine that took it, 24 parameters, beside a bare client; then twenty machines at once. */
public final class DeliveryBenchmark {
    private static final int MACHINES = 20;
    private static final int BLOCKS = 10;
    private static final int BLOCK = 200;
    private static final int ROUNDS = 6;
    private static final int SCANS_PER_MACHINE = 50;

    private final PrintStream out;
    private final Path scratch;
    private final int warmUp;
    private final int scans;

    private DeliveryBenchmark(PrintStream out, Path scratch, int warmUp, int scans) {
        this.out = out;
        this.scratch = scratch;
        this.warmUp = warmUp;
        this.scans = scans;
    }

    /** Arguments: scans to measure (2000), scans of each side before that (2000), folder on the disk to measure on (.). */
    public static void main(String[] arguments) throws Exception {
        int scans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
        Path folder = Path.of(arguments.length > 2 ? arguments[2] : ".");
        Path scratch = Files.createTempDirectory(folder, "benchmark");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new DeliveryBenchmark(out, scratch, warmUp, scans).run();
        } finally {
            delete(scratch);
        }
        System.exit(0); // the bare client's stack keeps threads of its own
    }

    private void run() throws Exception {
        out.printf(
                "java %s, %d processors%n",
                System.getProperty("java.vm.version"), Runtime.getRuntime().availableProcessors());
        oneMachine();
        manyMachines();
    }

    private void oneMachine() throws Exception {
        try (BenchmarkFloor floor = BenchmarkFloor.start(1, folder("one"))) {
            Contest contest = new Contest();
            Delivering keyway = floor.keyway(0);
            Delivering bare = floor.bare(0);
            contest.latencies(keyway, bare, warmUp);
            Pair<Latencies> took = contest.latencies(keyway, bare, scans);
            Pair<Double> processor = contest.processorMillis(keyway, bare, BLOCKS, BLOCK);
            out.println("| one machine | Keyway | bare client | ratio |");
            out.println("| --- | --- | --- | --- |");
            for (double share : new double[] {0.5, 0.95, 0.99}) {
                String name = "p%d, ms".formatted(Math.round(share * 100));
                line(name, took.keyway().percentile(share), took.bare().percentile(share));
            }
            line("processor, ms per 1,000 scans", processor.keyway(), processor.bare());
        }
    }

    private void manyMachines() throws Exception {
        try (BenchmarkFloor floor = BenchmarkFloor.start(MACHINES, folder("many"))) {
            Contest contest = new Contest();
            List<Delivering> keyway = all(floor::keyway);
            List<Delivering> bare = all(floor::bare);
            contest.throughput(keyway, bare, 1, Math.max(1, warmUp / MACHINES));
            Pair<Double> speed = contest.throughput(keyway, bare, ROUNDS, SCANS_PER_MACHINE);
            line("%d machines, scans per second".formatted(MACHINES), speed.keyway(), speed.bare());
        }
    }

    private static List<Delivering> all(IntFunction<Delivering> pair) {
        return IntStream.range(0, MACHINES).mapToObj(pair).toList();
    }

    private void line(String name, double keyway, double bare) {
        out.printf("| %s | %.2f | %.2f | %.2f |%n", name, keyway, bare, keyway / bare);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(scratch.resolve(name));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
