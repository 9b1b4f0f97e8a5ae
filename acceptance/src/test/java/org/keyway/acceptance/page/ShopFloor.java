package org.keyway.acceptance.page;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyway.app.demo.Demo;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.MachineBoard;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderMaterial;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.simulator.plc.PlcProgram;

/** The demo and a browser, started once for every class of this package. */
final class ShopFloor implements AutoCloseable {
    /** Long enough to see green, short enough to wait for. */
    static final Duration CYCLE = Duration.ofMillis(1500);

    private static final Duration PLC_PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger SERIALS = new AtomicInteger(70_000);
    private static final int MANY = 50;

    private final Demo demo;
    private final Chromium chromium;

    private ShopFloor(Demo demo, Chromium chromium) {
        this.demo = demo;
        this.chromium = chromium;
    }

    static ShopFloor open() {
        try {
            Path data = Files.createTempDirectory("keyway-pages");
            return new ShopFloor(Demo.start(new Demo.Settings(data, 0, 0, 0, 0)), Chromium.start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the demo does not start", e);
        }
    }

    Chromium chromium() {
        return chromium;
    }

    URI address() {
        return demo.server().http();
    }

    /** Where the switches of the simulated devices are. */
    URI control() {
        return demo.control();
    }

    SimulatedMachine machine(String id) {
        return demo.cell().machine(id).orElseThrow();
    }

    /** The PLC that fetches the jobs of {@code NR-01}. */
    FetchingPlc plc() {
        return demo.plcs().get(0);
    }

    /** The network cable of that PLC is in, it is heard, and it holds no job. */
    void connectPlc() {
        plc().setDeaf(false);
        MachineBoard board = demo.server().part(MachineBoard.class);
        await().atMost(PLC_PATIENCE)
                .until(() -> board.status("NR-01").online()
                        && plc().report().state() != PlcProgram.STAGED
                        && plc().report().activeSeq() == 0);
    }

    /** What is known about the stations' scanners. */
    ScannerProfiles scanners() {
        return demo.server().part(ScannerProfiles.class);
    }

    /** A system gives a machine an order for one part of a product. */
    void order(String machine, String id, String product) {
        OrderMaterial part = new OrderMaterial(
                Optional.of(OrderMaterial.PRODUCED), Optional.of(product), Optional.empty(), Optional.empty());
        JobOrder order =
                new JobOrder(id, 0, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(part), sent(id));
        if (!demo.server().part(OrderBook.class).storeAndStart(machine, order).isDone()) {
            throw new AssertionError(id + " was not taken on");
        }
    }

    /** ISA95JobOrderDataType without any of its optional fields, as it comes over the network. */
    private static String sent(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + text.length).order(ByteOrder.LITTLE_ENDIAN);
        return Base64.getEncoder()
                .encodeToString(bytes.putInt(0).putInt(text.length).put(text).array());
    }

    /** A serial number that no scan has used before. */
    static String freshSerial() {
        return "CB150-" + SERIALS.incrementAndGet();
    }

    /** A good label for station ST-10, as a scanner that transmits the group separator types it. */
    static String block(String serial) {
        return "010690123400001610L261116A\u001D21" + serial + "\u001D92B";
    }

    /** Every job of a serial number, newest first. */
    List<Job> jobsOf(String serial) {
        return jobs(Optional.of(serial), Optional.empty());
    }

    private List<Job> jobs(Optional<String> serial, Optional<JobState> state) {
        return demo.server()
                .part(Jobs.class)
                .search(new JobQuery(
                        serial,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        MANY));
    }

    /**
     * Every machine idle, in automatic mode, without a fault; no job of an earlier test still on its way to one, or still to
     * be told of as done.
     */
    void reset() {
        for (SimulatedMachine machine : demo.cell().machines()) {
            machine.faults().clear();
        }
        Jobs jobs = demo.server().part(Jobs.class);
        await().until(() -> demo.cell().machines().stream()
                .allMatch(machine -> jobs.unsettled(machine.model().id()).isEmpty()));
        for (SimulatedMachine machine : demo.cell().machines()) {
            machine.setCycleTime(CYCLE);
            if (!SimulatedMachine.RUNNING.equals(machine.memory().get("Machine/State"))) {
                machine.setState(SimulatedMachine.IDLE);
            }
        }
        await().until(() -> demo.cell().machines().stream()
                .allMatch(
                        machine -> SimulatedMachine.IDLE.equals(machine.memory().get("Machine/State"))));
        await().until(() ->
                jobs(Optional.empty(), Optional.of(JobState.ACCEPTED)).isEmpty());
    }

    void arm(String machine, Fault fault) {
        machine(machine).faults().arm(fault);
    }

    @Override
    public void close() {
        chromium.close();
        demo.close();
    }
}
