package org.keyway.opcua.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.HandshakeReading;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.NodeReading;
import org.keyway.job.link.Observation;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.opcua.link.DeviceSession.DeviceNode;

/** A delivery bound to one session: every node found and writable, every value in the device's own type. */
final class OpcUaPreparedDelivery implements PreparedDelivery {
    private final DeviceSession session;
    private final ProfileNodes profile;
    private final DeviceHandshake handshake;
    private final List<DeviceValue> values = new ArrayList<>();
    private final List<NodeAddress> addresses;
    private final List<NodeId> observed = new ArrayList<>();
    private final List<WriteValue> staged = new ArrayList<>();
    private final int batchSize;

    OpcUaPreparedDelivery(DeviceSession session, ProfileNodes profile, String jobId, List<Setpoint> setpoints)
            throws LinkException {
        this.session = session;
        this.profile = profile;
        this.batchSize = profile.settings().batchSize();
        this.handshake = DeviceHandshake.writable(session, profile);
        this.addresses = setpoints.stream()
                .map(setpoint -> profile.address(setpoint.parameter().node()))
                .toList();
        List<DeviceNode> nodes = new NodeDiscovery(session).writable(addresses);
        observed.addAll(handshake.nodes());
        for (NodeAddress interlock : profile.interlocks()) {
            observed.add(session.require(interlock));
        }
        for (int i = 0; i < setpoints.size(); i++) {
            Object held = hold(session, setpoints.get(i), nodes.get(i), addresses.get(i));
            values.add(new DeviceValue(
                    setpoints.get(i).parameter(), addresses.get(i).text(), held));
            staged.add(writeValue(nodes.get(i).id(), variant(session, setpoints.get(i), nodes.get(i), held)));
            observed.add(nodes.get(i).id());
        }
        staged.add(writeValue(handshake.jobId(), Variant.ofString(jobId)));
    }

    private static Object hold(DeviceSession session, Setpoint setpoint, DeviceNode node, NodeAddress address)
            throws LinkException {
        checkShape(session, setpoint, node, address);
        Optional<Object> held = node.type().hold(setpoint);
        if (held.isEmpty()) {
            session.nodes().clear(); // the device may have been changed by the next time
            throw LinkCode.LOSSY.exception(Map.of(
                    "parameter", setpoint.parameter().name(),
                    "node", address.text(),
                    "wanted", setpoint.value(),
                    "found", node.type().opcUaName()));
        }
        return held.get();
    }

    private static void checkShape(DeviceSession session, Setpoint setpoint, DeviceNode node, NodeAddress address)
            throws LinkException {
        int length = setpoint.value() instanceof List<?> items ? items.size() : 0;
        boolean array = setpoint.value() instanceof List<?>;
        boolean tooLong = array && node.longest() > 0 && length > node.longest();
        if ((array ? node.takesArray() : node.takesScalar()) && !tooLong) {
            return;
        }
        session.nodes().clear();
        throw (tooLong ? LinkCode.TOO_LONG : LinkCode.WRONG_RANK)
                .exception(Map.of(
                        "parameter",
                        setpoint.parameter().name(),
                        "node",
                        address.text(),
                        "wanted",
                        array ? length : setpoint.value(),
                        "found",
                        tooLong ? node.longest() : node.rank()));
    }

    private static Variant variant(DeviceSession session, Setpoint setpoint, DeviceNode node, Object held)
            throws LinkException {
        return node.type()
                .variant(held, session.namespaces())
                .orElseThrow(() -> LinkCode.NAMESPACE_MISSING.exception(
                        Map.of("parameter", setpoint.parameter().name(), "wanted", setpoint.value())));
    }

    /** A value without status and timestamps: many devices refuse to take those (OPC 10000-4 5.11.4). */
    static WriteValue writeValue(NodeId id, Variant value) {
        return new WriteValue(id, AttributeId.Value.uid(), null, DataValue.valueOnly(value));
    }

    @Override
    public List<DeviceValue> values() {
        return List.copyOf(values);
    }

    @Override
    public Observation observe() throws LinkException {
        List<DataValue> answers = session.read(observed);
        int interlocksFrom = handshake.nodes().size();
        int valuesFrom = interlocksFrom + profile.interlocks().size();
        List<NodeReading> interlocks = new ArrayList<>();
        for (int i = interlocksFrom; i < valuesFrom; i++) {
            interlocks.add(PlainValue.reading(
                    profile.interlocks().get(i - interlocksFrom), answers.get(i), session.namespaces()));
        }
        List<NodeReading> found = new ArrayList<>();
        for (int i = valuesFrom; i < answers.size(); i++) {
            found.add(PlainValue.reading(addresses.get(i - valuesFrom), answers.get(i), session.namespaces()));
        }
        return new Observation(handshake.reading(answers.subList(0, interlocksFrom)), interlocks, found);
    }

    @Override
    public void invalidate() throws LinkException {
        handshake.clear();
    }

    @Override
    public void stage() throws LinkException {
        List<StatusCode> answers = session.write(staged, batchSize);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).isBad()) {
                session.nodes().clear();
                throw rejected(i, answers.get(i));
            }
        }
    }

    private LinkException rejected(int index, StatusCode status) {
        boolean isValue = index < values.size();
        return LinkCode.WRITE_REJECTED.exception(Map.of(
                "parameter", isValue ? values.get(index).parameter().name() : "jobId",
                "node", isValue ? values.get(index).node() : profile.jobId().text(),
                "wanted", isValue ? values.get(index).value() : "",
                "status", StatusText.of(status)));
    }

    @Override
    public void release() throws LinkException {
        handshake.release();
    }

    @Override
    public HandshakeReading handshake() throws LinkException {
        return handshake.read();
    }
}
