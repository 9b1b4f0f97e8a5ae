package org.keyway.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Lets two ways of delivering take turns, so that both meet the same disk, the same heap and the same neighbours. */
final class Contest {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int THOUSAND = 1000;

    private final AtomicLong parts = new AtomicLong();

    /** A figure of each side. */
    record Pair<T>(T keyway, T bare) {}

    /** How long each delivery took, one of each side in turn. */
    Pair<Latencies> latencies(Delivering keyway, Delivering bare, int scans) throws Exception {
        long[] ours = new long[scans];
        long[] theirs = new long[scans];
        for (int i = 0; i < scans; i++) {
            ours[i] = timed(keyway);
            theirs[i] = timed(bare);
        }
        return new Pair<>(new Latencies(ours), new Latencies(theirs));
    }

    private long timed(Delivering side) throws Exception {
        long part = parts.incrementAndGet();
        String serial = serial(part);
        long begin = System.nanoTime();
        side.deliver(product(part), serial);
        return System.nanoTime() - begin;
    }

    /**
     * Processor time of the whole process for 1,000 scans, in milliseconds: the machine's own share is in it, on both
     * sides.
     */
    Pair<Double> processorMillis(Delivering keyway, Delivering bare, int blocks, int scansPerBlock) throws Exception {
        long ours = 0;
        long theirs = 0;
        for (int block = 0; block < blocks; block++) {
            ours += processorNanos(keyway, scansPerBlock);
            theirs += processorNanos(bare, scansPerBlock);
        }
        double scans = (double) blocks * scansPerBlock / THOUSAND * NANOS_PER_MILLI;
        return new Pair<>(ours / scans, theirs / scans);
    }

    private long processorNanos(Delivering side, int scans) throws Exception {
        long begin = PROCESS.getProcessCpuTime();
        for (int i = 0; i < scans; i++) {
            timed(side);
        }
        return PROCESS.getProcessCpuTime() - begin;
    }

    /** Scans in a second over all machines of a side, each machine with a thread of its own; the sides take turns. */
    Pair<Double> throughput(List<Delivering> keyway, List<Delivering> bare, int rounds, int scansPerMachine)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(keyway.size());
        try {
            double ours = 0;
            double theirs = 0;
            for (int round = 0; round < rounds; round++) {
                ours += seconds(threads, keyway, scansPerMachine);
                theirs += seconds(threads, bare, scansPerMachine);
            }
            double scans = (double) rounds * scansPerMachine * keyway.size();
            return new Pair<>(scans / ours, scans / theirs);
        } finally {
            threads.shutdownNow();
        }
    }

    private double seconds(ExecutorService threads, List<Delivering> side, int scansPerMachine) throws Exception {
        List<Callable<Void>> work = side.stream()
                .<Callable<Void>>map(machine -> () -> {
                    for (int i = 0; i < scansPerMachine; i++) {
                        timed(machine);
                    }
                    return null;
                })
                .toList();
        long begin = System.nanoTime();
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    /** The product of the nth part. */
    static int product(long part) {
        return (int) (part % BenchmarkWorkshop.PRODUCTS);
    }

    private static String serial(long part) {
        return "P%09d".formatted(part);
    }
}
