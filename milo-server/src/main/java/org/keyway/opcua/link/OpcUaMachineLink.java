package org.keyway.opcua.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.job.link.HandshakeReading;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.NodeReading;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.ResultNode;

/** A machine that we write into over OPC UA. */
final class OpcUaMachineLink implements MachineLink {
    private final ProfileNodes profile;
    private final DeviceConnection connection;

    OpcUaMachineLink(ProfileNodes profile, DeviceConnection connection) {
        this.profile = profile;
        this.connection = connection;
    }

    @Override
    public MachineStatus status() {
        return connection.status();
    }

    @Override
    public Optional<Instant> lastContact() {
        return connection.lastContact();
    }

    @Override
    public PreparedDelivery prepare(String jobId, List<Setpoint> setpoints) throws LinkException {
        return new OpcUaPreparedDelivery(connection.session(), profile, jobId, setpoints);
    }

    @Override
    public HandshakeReading handshake() throws LinkException {
        return DeviceHandshake.found(connection.session(), profile).read();
    }

    @Override
    public void withdraw() throws LinkException {
        DeviceHandshake handshake = DeviceHandshake.found(connection.session(), profile);
        handshake.clear();
        if (handshake.read().ready()) {
            throw LinkCode.NOT_CLEARED.exception(Map.of("node", profile.ready().text()));
        }
    }

    @Override
    public List<NodeReading> readResults(List<ResultNode> results) throws LinkException {
        DeviceSession session = connection.session();
        List<NodeAddress> addresses =
                results.stream().map(result -> profile.address(result.node())).toList();
        List<NodeId> ids = new ArrayList<>();
        for (NodeAddress address : addresses) {
            ids.add(session.require(address));
        }
        List<DataValue> answers = session.read(ids);
        List<NodeReading> readings = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            readings.add(PlainValue.reading(addresses.get(i), answers.get(i), session.namespaces()));
        }
        return readings;
    }

    @Override
    public List<NodeReading> readNow(List<String> nodes) throws LinkException {
        DeviceSession session = connection.session();
        List<NodeAddress> addresses = nodes.stream().map(profile::address).toList();
        List<NodeId> found = addresses.stream()
                .flatMap(address -> session.resolve(address).stream())
                .toList();
        Iterator<DataValue> answers = session.read(found).iterator();
        List<NodeReading> readings = new ArrayList<>();
        for (NodeAddress address : addresses) {
            readings.add(
                    session.resolve(address).isPresent()
                            ? PlainValue.reading(address, answers.next(), session.namespaces())
                            : new NodeReading(address.text(), "Bad_NodeIdUnknown", Optional.empty()));
        }
        return readings;
    }

    @Override
    public void close() {
        connection.close();
    }
}
