package org.keyway.job.machine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.HandshakeReading;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.NodeReading;
import org.keyway.job.link.Observation;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ResultNode;
import org.keyway.profile.StateNode;

/** A machine in memory that notes every call in order; what happens before and after a call can be written for it. */
final class ScriptedMachine implements MachineLinkFactory, MachineLink {
    /** Something that happens at a call: the world changes, or the call goes wrong. */
    interface Act {
        void happen() throws LinkException;
    }

    /** What a call does on the machine. */
    private interface Effect<T> {
        T take();
    }

    private final Map<String, Act> before = new HashMap<>();
    private final Map<String, Act> after = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Object> memory = new HashMap<>();
    private @Nullable MachineProfile profile;
    private @Nullable LinkListener listener;
    private boolean online = true;
    private boolean takesJobs = true;
    private boolean endsByHand;
    private boolean showsWhatItHolds = true;
    private boolean ready;
    private String state = "Idle";
    private String jobId = "";
    private String accepted = "";
    private String done = "";

    /** Has something happen before a call takes effect, counted from 1 since the calls were last forgotten. */
    synchronized void before(String call, int number, Act act) {
        before.put(call + number, act);
    }

    /** Has something happen after a call took effect, and before its answer arrives. */
    synchronized void after(String call, int number, Act act) {
        after.put(call + number, act);
    }

    /** What a call without an answer looks like. */
    static Act noAnswer() {
        return () -> {
            throw new LinkException(LinkException.Kind.OUTCOME_UNKNOWN, "KW-LINK-009", Map.of());
        };
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Begins to count afresh, with nothing more to happen. */
    synchronized void forgetCalls() {
        calls.clear();
        before.clear();
        after.clear();
    }

    synchronized void leavesJobs() {
        takesJobs = false;
    }

    synchronized void takesJobs() {
        takesJobs = true;
    }

    /** Takes the connection away or gives it back; without it nothing can be asked or told. */
    synchronized void online(boolean connected) {
        online = connected;
    }

    /** What is open on it can be ended without its word. */
    synchronized void canBeEndedByHand() {
        endsByHand = true;
    }

    /** Acknowledges only; what it holds can't be read. */
    synchronized void hidesWhatItHolds() {
        showsWhatItHolds = false;
    }

    synchronized void state(String current) {
        state = current;
    }

    synchronized void hold(String node, Object value) {
        memory.put(node, value);
    }

    synchronized boolean isReleased() {
        return ready;
    }

    /** Takes a job and machines it at once, and says so. */
    void machines(String job) {
        LinkListener told;
        synchronized (this) {
            accepted = job;
            done = job;
            told = Objects.requireNonNull(listener);
        }
        told.jobDone(job);
    }

    private synchronized <T> T call(String name, Effect<T> effect) throws LinkException {
        calls.add(name);
        String numbered = name + calls.stream().filter(name::equals).count();
        if (!online) {
            throw new LinkException(LinkException.Kind.UNREACHABLE, "KW-LINK-001", Map.of());
        }
        happen(before.get(numbered));
        T answer = effect.take();
        happen(after.get(numbered));
        return answer;
    }

    private static void happen(@Nullable Act act) throws LinkException {
        if (act != null) {
            act.happen();
        }
    }

    private boolean lower() {
        ready = false;
        return ready;
    }

    private HandshakeReading reading() {
        return new HandshakeReading(ready, jobId, accepted, done);
    }

    private NodeReading read(String node) {
        return new NodeReading(node, "Good", Optional.ofNullable(memory.get(node)));
    }

    @Override
    public MachineLink open(Machine machine, MachineProfile opened, LinkListener told) {
        profile = opened;
        listener = told;
        return this;
    }

    @Override
    public synchronized MachineStatus status() {
        return new MachineStatus(online, StateNode.State.UNKNOWN, state, Instant.EPOCH, Optional.empty());
    }

    @Override
    public PreparedDelivery prepare(String job, List<Setpoint> setpoints) throws LinkException {
        return call(
                "prepare",
                () -> new Prepared(
                        job,
                        setpoints.stream()
                                .map(setpoint -> new DeviceValue(
                                        setpoint.parameter(),
                                        setpoint.parameter().node(),
                                        new BigDecimal(setpoint.value().toString()).intValueExact()))
                                .toList()));
    }

    @Override
    public HandshakeReading handshake() throws LinkException {
        return call("handshake", this::reading);
    }

    @Override
    public void withdraw() throws LinkException {
        call("withdraw", this::lower);
    }

    @Override
    public synchronized boolean endsByHand() {
        return endsByHand;
    }

    @Override
    public synchronized boolean endByHand() {
        calls.add("endByHand");
        return false;
    }

    @Override
    public List<NodeReading> readResults(List<ResultNode> results) {
        return List.of();
    }

    @Override
    public List<NodeReading> readNow(List<String> nodes) {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private final class Prepared implements PreparedDelivery {
        private final String job;
        private final List<DeviceValue> values;

        private Prepared(String job, List<DeviceValue> values) {
            this.job = job;
            this.values = values;
        }

        @Override
        public List<DeviceValue> values() {
            return values;
        }

        @Override
        public boolean showsWhatItHolds() {
            return showsWhatItHolds;
        }

        @Override
        public Observation observe() throws LinkException {
            return call(
                    "observe",
                    () -> new Observation(
                            reading(),
                            Objects.requireNonNull(profile).interlocks().stream()
                                    .map(lock -> new NodeReading(lock.node(), "Good", Optional.of(state)))
                                    .toList(),
                            values.stream().map(value -> read(value.node())).toList()));
        }

        @Override
        public void invalidate() throws LinkException {
            call("invalidate", ScriptedMachine.this::lower);
        }

        @Override
        public void stage() throws LinkException {
            call("stage", () -> {
                values.forEach(value -> memory.put(value.node(), value.value()));
                jobId = job;
                return job;
            });
        }

        @Override
        public void release() throws LinkException {
            call("release", () -> {
                accepted = takesJobs ? job : accepted;
                ready = !takesJobs;
                return job;
            });
        }

        @Override
        public HandshakeReading handshake() throws LinkException {
            return call("poll", ScriptedMachine.this::reading);
        }
    }
}
