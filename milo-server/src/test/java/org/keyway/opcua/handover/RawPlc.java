package org.keyway.opcua.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.keyway.opcua.space.Namespaces;

/** A client that writes into the hand-over whatever a test likes. */
final class RawPlc {
    private final OpcUaClient client;
    private final int namespace;
    private long ack;

    RawPlc(OpcUaClient client) throws UaException {
        this.client = client;
        this.namespace =
                client.readNamespaceTable().getIndex(Namespaces.MACHINES).intValue();
    }

    private NodeId id(String path) {
        return new NodeId(namespace, HandedFloor.MACHINE + path);
    }

    Object read(String name) throws UaException {
        List<DataValue> values = client.readValues(0.0, TimestampsToReturn.Neither, List.of(id("/Handover/" + name)));
        return Objects.requireNonNull(values.get(0).value().value());
    }

    StatusCode write(String name, Object value) throws UaException {
        return client.writeValues(List.of(id("/Handover/" + name)), List.of(DataValue.valueOnly(Variant.of(value))))
                .get(0);
    }

    /** Writes some elements of an array. */
    StatusCode writePart(String name, String range, Object value) throws UaException {
        WriteValue part = new WriteValue(
                id("/Handover/" + name), AttributeId.Value.uid(), range, DataValue.valueOnly(Variant.of(value)));
        return Objects.requireNonNull(client.write(List.of(part)).getResults())[0];
    }

    /** The bits of AccessLevelEx. */
    long access(String name) throws UaException {
        ReadValueId read = new ReadValueId(
                id("/Handover/" + name), AttributeId.AccessLevelEx.uid(), null, QualifiedName.NULL_VALUE);
        DataValue value = Objects.requireNonNull(
                client.read(0.0, TimestampsToReturn.Neither, List.of(read)).getResults())[0];
        return ((Number) Objects.requireNonNull(value.value().value())).longValue();
    }

    /** A heartbeat, a state and a strobe in one request. */
    List<StatusCode> report(int state, long activeSeq) throws UaException {
        ack++;
        List<NodeId> nodes = new ArrayList<>();
        List<DataValue> values = new ArrayList<>();
        add(nodes, values, "PlcHeartbeat", UInteger.valueOf(ack));
        add(nodes, values, "PlcBootId", UInteger.valueOf(1));
        add(nodes, values, "PlcState", state);
        add(nodes, values, "ActiveSeq", UInteger.valueOf(activeSeq));
        add(nodes, values, "AckCounter", UInteger.valueOf(ack));
        return client.writeValues(nodes, values);
    }

    private void add(List<NodeId> nodes, List<DataValue> values, String name, Object value) {
        nodes.add(id("/Handover/" + name));
        values.add(DataValue.valueOnly(Variant.of(value)));
    }

    CallMethodResult call(String method, Object... arguments) throws UaException {
        Variant[] given = new Variant[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            given[i] = Variant.of(arguments[i]);
        }
        CallMethodResult[] results = client.call(List.of(new CallMethodRequest(id(""), id("/" + method), given)))
                .getResults();
        if (results == null || results.length != 1) {
            throw new UaException(StatusCode.BAD);
        }
        return results[0];
    }
}
