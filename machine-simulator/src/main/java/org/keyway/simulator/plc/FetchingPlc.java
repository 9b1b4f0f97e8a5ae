package org.keyway.simulator.plc;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;
import org.keyway.simulator.MachinedPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PLC with its machine: fetches jobs from a server over the network, and machines each as soon as it has it. Its power can
 * be cut and comes back with what a PLC keeps.
 */
public final class FetchingPlc implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FetchingPlc.class);
    private static final long BEAT_MILLIS = 1_000;
    /** Every so often it shows the values that are active, whether or not anything happened. */
    private static final long SHOW_MILLIS = 60_000;

    private final Setup setup;
    private final PlcConnection connection;
    private final Clock clock;
    private final List<MachinedPart> machined = new CopyOnWriteArrayList<>();
    private PlcMemory memory = PlcMemory.NEW;
    private PlcProgram program;
    private @Nullable ScheduledExecutorService cycle;
    private @Nullable HandoverNodes nodes;
    private long told;
    private long heartbeat;
    private long beatAt;
    private long shownAt;
    private long cycleEndsAt;
    private volatile boolean oneByOne;
    private volatile boolean deaf;
    private volatile boolean deafOnceStaged;

    /**
     * What the PLC is.
     *
     * @param namespace the URI of the namespace of its nodes at the server
     * @param path what stands before the name of each node, such as {@code NR-01/Handover/}
     * @param basic whether its program is the one of the basic level
     * @param floats whether it has no floating point numbers of 64 bit
     * @param scan how long it waits between two looks at the server
     * @param machining how long it machines a part
     */
    public record Setup(
            String namespace,
            String path,
            PlcSettings settings,
            boolean basic,
            boolean floats,
            Duration scan,
            Duration machining) {}

    /** A PLC that is switched off, and was never on. */
    public FetchingPlc(Setup setup, PlcConnection connection, Clock clock) {
        this.setup = setup;
        this.connection = connection;
        this.clock = clock;
        this.program = program(PlcWork.NEW);
    }

    private PlcProgram program(PlcWork work) {
        return setup.basic()
                ? new BasicProgram(setup.settings(), memory, work)
                : new HandoverProgram(setup.settings(), memory, work);
    }

    /** The power comes. */
    @SuppressWarnings("FutureReturnValueIgnored") // cycles until it is shut down, and logs what goes wrong
    public synchronized void powerOn() {
        if (cycle != null) {
            return;
        }
        program = program(PlcWork.NEW);
        program.powerUp();
        if (program.memory().activeSeq() != 0) {
            program.resume(); // there is always somebody who has looked at the part
        }
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "plc-" + setup.path());
            thread.setDaemon(true);
            return thread;
        });
        cycle = begun;
        begun.scheduleWithFixedDelay(this::cycle, 0, setup.scan().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The power goes, wherever it is. */
    public synchronized void powerOff() {
        ScheduledExecutorService last = cycle;
        cycle = null;
        if (last != null) {
            last.shutdownNow();
            memory = program.memory();
            disconnect();
        }
    }

    /** Reads node by node from now on, or everything in one request. */
    public void readOneByOne(boolean torn) {
        oneByOne = torn;
    }

    /** Whether its network cable is out; the machine runs on. */
    public void setDeaf(boolean unplugged) {
        deaf = unplugged;
        deafOnceStaged = false;
    }

    /** Its network cable comes out the moment it has told that it staged a job: it never hears whether that was released. */
    public void goDeafOnceStaged() {
        deafOnceStaged = true;
    }

    /** Every part that it began to machine, in order; values by their number. */
    public List<MachinedPart> machined() {
        return machined;
    }

    /** What it keeps. */
    public synchronized PlcMemory memory() {
        return program.memory();
    }

    /** What it would tell now. */
    public synchronized PlcReport report() {
        return program.report();
    }

    private synchronized void cycle() {
        if (cycle == null) {
            return;
        }
        try {
            machine();
            if (!deaf) {
                talk();
            }
        } catch (UaException | RuntimeException lost) {
            LOG.debug("{} has no connection: {}", setup.path(), lost.getMessage());
            disconnect();
        }
    }

    /** Nothing from the network is in here. */
    private void machine() {
        long now = clock.millis();
        if (program.isStartPermitted(true)) {
            program.startCycle();
            cycleEndsAt = now + setup.machining().toMillis();
            OfferImage active = program.memory().active();
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < active.paramCount(); i++) {
                values.put(
                        active.paramNo().get(i).toString(), active.paramValue().get(i));
            }
            machined.add(new MachinedPart(active.jobOrderId(), values, clock.instant()));
        } else if (program.work().cycling() && now >= cycleEndsAt) {
            program.endCycle(true);
        }
    }

    private void talk() throws UaException {
        HandoverNodes open = nodes == null ? connect() : nodes;
        long now = clock.millis();
        if (now - beatAt >= BEAT_MILLIS) {
            heartbeat = PlcCounter.next(heartbeat);
            open.beat(heartbeat);
            beatAt = now;
        }
        if (program.memory().activeSeq() != 0 && now - shownAt >= SHOW_MILLIS) {
            program.announce();
            shownAt = now;
        }
        tell(open);
        program.scan(oneByOne ? open.readOneByOne() : open.read(), clock.millis());
        tell(open);
    }

    private void tell(HandoverNodes open) throws UaException {
        PlcReport report = program.report();
        if (report.ackCounter() != told) {
            open.write(report);
            told = report.ackCounter();
            if (deafOnceStaged && report.state() == PlcProgram.STAGED) {
                deaf = true;
            }
        }
    }

    private HandoverNodes connect() throws UaException {
        HandoverNodes opened = new HandoverNodes(connection.connect(), setup.namespace(), setup.path(), setup.floats());
        nodes = opened;
        told = 0;
        program.announce();
        beatAt = 0;
        return opened;
    }

    private void disconnect() {
        HandoverNodes last = nodes;
        nodes = null;
        if (last != null) {
            var goodbye = last.client().disconnectAsync();
            LOG.trace("{} says goodbye: {}", setup.path(), goodbye);
        }
    }

    @Override
    public void close() {
        powerOff();
    }
}
