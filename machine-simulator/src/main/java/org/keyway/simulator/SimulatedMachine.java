package org.keyway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.keyway.simulator.MachineModel.MeasurementModel;
import org.keyway.simulator.MachineModel.ParameterModel;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.FaultBoard;

/**
 * The controller of one machine. When its release flag is set beside a job id that it has never seen, and it is idle in
 * automatic mode, it takes the staged values all at once, clears the flag and machines one part with them. Job ids are
 * remembered for good, as in a retentive memory: a job is machined once.
 */
public final class SimulatedMachine {
    /** Idle, waiting for a job. */
    public static final String IDLE = "Idle";

    /** Machining a part. */
    public static final String RUNNING = "Running";

    private static final String AUTOMATIC = "Automatic";
    private static final double SECONDS_PER_HOUR = 3600;

    private final MachineModel model;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final MachineMemory memory = new MachineMemory();
    private final FaultBoard faults = new FaultBoard();
    private final Set<String> seenJobs = new HashSet<>();
    private final List<MachinedPart> machined = new CopyOnWriteArrayList<>();
    private final Random noise;
    private volatile Duration cycleTime;
    private volatile Duration acceptDelay;

    /** A machine that is idle in automatic mode. */
    public SimulatedMachine(MachineModel model, ScheduledExecutorService timer, Clock clock) {
        this.model = model;
        this.timer = timer;
        this.clock = clock;
        this.cycleTime = model.cycleTime();
        this.acceptDelay = model.acceptDelay();
        this.noise = new Random(model.id().hashCode());
        for (ParameterModel parameter : model.parameters()) {
            memory.set("Stage/" + parameter.name(), parameter.initial());
            memory.set("Actual/" + parameter.name(), parameter.initial());
        }
        model.measurements().forEach(measurement -> memory.set("Actual/" + measurement.name(), 0.0));
        for (String text :
                List.of("Stage/JobId", "Stage/AcceptedJobId", "Stage/DoneJobId", "Machine/Program", "Machine/Alarm")) {
            memory.set(text, "");
        }
        memory.set("Stage/JobReady", false);
        memory.set("Machine/State", IDLE);
        memory.set("Machine/Mode", AUTOMATIC);
        memory.set("Machine/CycleTime", seconds(model.cycleTime()));
        memory.set("Actual/Energy", 0.0);
        memory.set("Actual/Power", 0.0);
        memory.set("Actual/PartCount", Unsigned.uint(0));
    }

    /** What it is. */
    public MachineModel model() {
        return model;
    }

    /** What its controller holds. */
    public MachineMemory memory() {
        return memory;
    }

    /** Its faults. */
    public FaultBoard faults() {
        return faults;
    }

    /** Every part that it began to machine, in order. */
    public List<MachinedPart> machined() {
        return machined;
    }

    /** How long a part takes from now on. */
    public void setCycleTime(Duration duration) {
        cycleTime = duration;
        memory.set("Machine/CycleTime", seconds(duration));
    }

    /** How long it takes from now on to accept a released job. */
    public void setAcceptDelay(Duration duration) {
        acceptDelay = duration;
    }

    /** Switches to a state, such as {@code Idle} or {@code Alarm}. */
    public synchronized void setState(String state) {
        memory.set("Machine/State", state);
        look();
    }

    /** Switches to a mode, such as {@code Automatic} or {@code Manual}. */
    public synchronized void setMode(String mode) {
        memory.set("Machine/Mode", mode);
        look();
    }

    /** Looks at the handshake, as a controller does in each of its cycles. */
    public synchronized void look() {
        if (!isReleased()) {
            return;
        }
        if (acceptDelay.isZero()) {
            accept();
        } else {
            after(acceptDelay, this::acceptIfStillReleased);
        }
    }

    private boolean isReleased() {
        String job = (String) memory.get("Stage/JobId");
        return Boolean.TRUE.equals(memory.get("Stage/JobReady"))
                && !job.isEmpty()
                && !seenJobs.contains(job)
                && IDLE.equals(memory.get("Machine/State"))
                && AUTOMATIC.equals(memory.get("Machine/Mode"))
                && !faults.isArmed(Fault.Kind.NEVER_ACCEPT);
    }

    private synchronized void acceptIfStillReleased() {
        if (isReleased()) {
            accept();
        }
    }

    private void accept() {
        String job = (String) memory.get("Stage/JobId");
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterModel parameter : model.parameters()) {
            Object value = memory.get("Stage/" + parameter.name());
            values.put(parameter.name(), value);
            memory.set("Actual/" + parameter.name(), value);
        }
        seenJobs.add(job);
        machined.add(new MachinedPart(job, values, clock.instant()));
        memory.set("Machine/State", RUNNING);
        memory.set("Machine/Program", values.getOrDefault("NcProgram", "").toString());
        memory.set("Actual/Power", model.kilowatts());
        memory.set("Stage/JobReady", false);
        memory.set("Stage/AcceptedJobId", job);
        after(cycleTime, () -> finish(job, values));
    }

    private synchronized void finish(String job, Map<String, Object> values) {
        for (MeasurementModel measurement : model.measurements()) {
            memory.set("Actual/" + measurement.name(), measured(measurement, values));
        }
        double hours = seconds(cycleTime) / SECONDS_PER_HOUR;
        memory.set("Actual/Energy", model.kilowatts() * hours * (1 + noise.nextGaussian() / 50));
        memory.set("Actual/Power", 0.0);
        memory.set("Actual/PartCount", ((UInteger) memory.get("Actual/PartCount")).add(1));
        memory.set("Machine/State", IDLE);
        memory.set("Stage/DoneJobId", job);
        look();
    }

    private double measured(MeasurementModel measurement, Map<String, Object> values) {
        double size = measurement.base();
        for (Map.Entry<String, Double> factor : measurement.factors().entrySet()) {
            if (values.get(factor.getKey()) instanceof Number number) {
                size += factor.getValue() * number.doubleValue();
            }
        }
        return size + noise.nextGaussian() * measurement.noise();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the machine's own future
    private void after(Duration delay, Runnable work) {
        try {
            timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException switchedOff) {
            memory.set("Actual/Power", 0.0);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
