package org.keyway.benchmark.opcua;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyway.app.KeywayServer;

/** How long a server of a thousand machines takes to start, and how much of the heap it keeps; run with {@code -Xmx1g}. */
public final class ManyMachines {
    private static final int MACHINES = 1000;
    private static final double MEGABYTE = 1024.0 * 1024;

    private ManyMachines() {}

    /** Of the whole process, those of the garbage collection and the compiler included. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Starts one twice, the second time with what the first has put into the database, and prints a line for each. */
    public static void main(String[] args) throws Exception {
        Path scratch = Files.createTempDirectory("keyway-many");
        for (String start : new String[] {"first start", "start again"}) {
            long begin = System.nanoTime();
            long worked = processorNanos();
            try (KeywayServer server = Hall.start(MACHINES, scratch)) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                double processor = (processorNanos() - worked) / 1e9;
                System.out.printf(
                        "%s: %d machines of %d parameters in %.1f s, %.1f s of processor, %.0f MB of heap in use, %s%n",
                        start,
                        MACHINES,
                        Hall.PARAMETERS,
                        seconds,
                        processor,
                        Hall.usedHeap() / MEGABYTE,
                        server.opcUa());
                begin = System.nanoTime();
            }
            System.out.printf("stopped in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        }
    }
}
