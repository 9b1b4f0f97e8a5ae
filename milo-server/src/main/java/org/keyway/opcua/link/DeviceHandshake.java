package org.keyway.opcua.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.keyway.job.link.HandshakeReading;
import org.keyway.job.link.LinkException;
import org.keyway.opcua.value.DeviceType;

/** The handshake nodes of one machine in one session. */
final class DeviceHandshake {
    private final DeviceSession session;
    private final ProfileNodes profile;
    private final List<NodeId> nodes;

    private DeviceHandshake(DeviceSession session, ProfileNodes profile, List<NodeId> nodes) {
        this.session = session;
        this.profile = profile;
        this.nodes = nodes;
    }

    /** The handshake, found; whether the nodes can be written shows when they are. */
    static DeviceHandshake found(DeviceSession session, ProfileNodes profile) throws LinkException {
        List<NodeId> nodes = new ArrayList<>();
        nodes.add(session.require(profile.ready()));
        nodes.add(session.require(profile.jobId()));
        nodes.add(session.require(profile.accepted()));
        if (profile.done().isPresent()) {
            nodes.add(session.require(profile.done().get()));
        }
        return new DeviceHandshake(session, profile, nodes);
    }

    /** The handshake, with the nodes that a delivery writes found writable and of the right type. */
    static DeviceHandshake writable(DeviceSession session, ProfileNodes profile) throws LinkException {
        List<DeviceSession.DeviceNode> written =
                new NodeDiscovery(session).writable(List.of(profile.ready(), profile.jobId()));
        boolean scalars = written.get(0).takesScalar() && written.get(1).takesScalar();
        if (!scalars
                || written.get(0).type() != DeviceType.BOOLEAN
                || written.get(1).type() != DeviceType.STRING) {
            throw LinkCode.TYPE_UNSUPPORTED.exception(Map.of(
                    "node", profile.ready().text() + " " + profile.jobId().text(),
                    "found", written.get(0).type() + " " + written.get(1).type()));
        }
        return found(session, profile);
    }

    NodeId jobId() {
        return nodes.get(1);
    }

    /** Release flag, job id, accepted job and, where the profile has it, done job. */
    List<NodeId> nodes() {
        return nodes;
    }

    HandshakeReading read() throws LinkException {
        return reading(session.read(nodes));
    }

    /** What the answers for {@link #nodes} say. */
    HandshakeReading reading(List<DataValue> answers) throws LinkException {
        boolean readable = answers.get(0).statusCode().isGood();
        if (!readable || !(answers.get(0).value().value() instanceof Boolean ready)) {
            throw unreadable(profile.ready(), answers.get(0));
        }
        String done = profile.done().isPresent() ? text(profile.done().get(), answers.get(3)) : "";
        return new HandshakeReading(
                ready, text(profile.jobId(), answers.get(1)), text(profile.accepted(), answers.get(2)), done);
    }

    private static String text(NodeAddress node, DataValue answer) throws LinkException {
        Optional<String> text = PlainValue.text(answer);
        if (text.isEmpty()) {
            throw unreadable(node, answer);
        }
        return text.get();
    }

    private static LinkException unreadable(NodeAddress node, DataValue answer) {
        return LinkCode.HANDSHAKE_UNREADABLE.exception(
                Map.of("node", node.text(), "status", StatusText.of(answer.statusCode())));
    }

    /**
     * Writes the release flag false and, with it, the job id empty: should a lost release of an earlier job arrive late, it
     * finds no job beside it. Only the flag counts for the answer.
     */
    void clear() throws LinkException {
        List<WriteValue> writes = List.of(
                OpcUaPreparedDelivery.writeValue(nodes.get(0), Variant.ofBoolean(false)),
                OpcUaPreparedDelivery.writeValue(jobId(), Variant.ofString("")));
        refuseIfBad(session.write(writes, writes.size()).get(0), false);
    }

    /** Writes the release flag true, alone. */
    void release() throws LinkException {
        WriteValue flag = OpcUaPreparedDelivery.writeValue(nodes.get(0), Variant.ofBoolean(true));
        refuseIfBad(session.write(List.of(flag), 1).get(0), true);
    }

    private void refuseIfBad(StatusCode answer, boolean ready) throws LinkException {
        if (answer.isBad()) {
            throw LinkCode.WRITE_REJECTED.exception(Map.of(
                    "parameter",
                    "ready",
                    "node",
                    profile.ready().text(),
                    "wanted",
                    ready,
                    "status",
                    StatusText.of(answer)));
        }
    }
}
