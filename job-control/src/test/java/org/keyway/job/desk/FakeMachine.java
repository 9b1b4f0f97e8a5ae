package org.keyway.job.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.HandshakeReading;
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

/** A machine in memory with nodes of Int32 that takes every job at once; what it was given, it tells. */
final class FakeMachine implements MachineLinkFactory, MachineLink {
    private final Map<String, Object> memory = new HashMap<>();
    private final List<Map<String, Object>> machined = new ArrayList<>();
    private boolean ready;
    private String jobId = "";
    private String accepted = "";

    /** The values of every job that was released, in order. */
    synchronized List<Map<String, Object>> machined() {
        return List.copyOf(machined);
    }

    @Override
    public MachineLink open(Machine machine, MachineProfile profile, LinkListener listener) {
        return this;
    }

    @Override
    public MachineStatus status() {
        return new MachineStatus(true, StateNode.State.READY, "Idle", Instant.EPOCH, Optional.empty());
    }

    @Override
    public PreparedDelivery prepare(String job, List<Setpoint> setpoints) {
        return new Prepared(
                job,
                setpoints.stream()
                        .map(setpoint -> new DeviceValue(
                                setpoint.parameter(),
                                setpoint.parameter().node(),
                                new BigDecimal(setpoint.value().toString()).intValueExact()))
                        .toList());
    }

    @Override
    public synchronized HandshakeReading handshake() {
        return new HandshakeReading(ready, jobId, accepted, "");
    }

    @Override
    public synchronized void withdraw() {
        ready = false;
    }

    @Override
    public List<NodeReading> readResults(List<ResultNode> results) {
        return List.of();
    }

    @Override
    public synchronized List<NodeReading> readNow(List<String> nodes) {
        return nodes.stream()
                .map(node -> new NodeReading(node, "Good", Optional.ofNullable(memory.get(node))))
                .toList();
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
        public Observation observe() {
            synchronized (FakeMachine.this) {
                return new Observation(
                        handshake(),
                        List.of(),
                        values.stream()
                                .map(value -> new NodeReading(
                                        value.node(), "Good", Optional.ofNullable(memory.get(value.node()))))
                                .toList());
            }
        }

        @Override
        public void invalidate() {
            withdraw();
        }

        @Override
        public void stage() {
            synchronized (FakeMachine.this) {
                jobId = job;
                values.forEach(value -> memory.put(value.node(), value.value()));
            }
        }

        @Override
        public void release() {
            synchronized (FakeMachine.this) {
                accepted = job;
                machined.add(Map.copyOf(memory));
            }
        }

        @Override
        public HandshakeReading handshake() {
            return FakeMachine.this.handshake();
        }
    }
}
