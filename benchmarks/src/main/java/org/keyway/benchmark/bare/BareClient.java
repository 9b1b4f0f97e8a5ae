package org.keyway.benchmark.bare;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;

/** One session with one machine, and the six requests without which no job gets there safely. */
public final class BareClient implements AutoCloseable {
    private final OpcUaClient client;
    private final BareJournal journal;
    private final NodeId ready;
    private final NodeId jobId;
    private final NodeId accepted;
    private final List<NodeId> before;
    private final List<NodeId> values;
    private final List<NodeId> readBack;

    private BareClient(OpcUaClient client, BareJournal journal, String machine, List<String> parameters)
            throws UaException {
        this.client = client;
        this.journal = journal;
        int namespace = namespace(client, machine);
        ready = new NodeId(namespace, "Stage/JobReady");
        jobId = new NodeId(namespace, "Stage/JobId");
        accepted = new NodeId(namespace, "Stage/AcceptedJobId");
        before = List.of(ready, new NodeId(namespace, "Machine/State"), new NodeId(namespace, "Machine/Mode"));
        values = parameters.stream()
                .map(name -> new NodeId(namespace, "Stage/" + name))
                .toList();
        readBack = new ArrayList<>(values);
        readBack.add(ready);
    }

    /**
     * Connects.
     *
     * @param parameters the nodes below {@code Stage}, in the order of the values of a job
     */
    public static BareClient connect(String url, String machine, List<String> parameters, BareJournal journal)
            throws UaException {
        OpcUaClient client = OpcUaClient.create(url);
        client.connect();
        return new BareClient(client, journal, machine, parameters);
    }

    private static int namespace(OpcUaClient client, String machine) throws UaException {
        return client.readNamespaceTable().getIndex("urn:cnc:" + machine).intValue();
    }

    /** Delivers values that are in memory; returns when the machine has taken them. */
    public void deliver(String job, List<Object> wanted) throws UaException, SQLException {
        journal.note(job, "staging");
        List<DataValue> found = read(before);
        expect(false, found.get(0));
        expect("Idle", found.get(1));
        expect("Automatic", found.get(2));
        write(List.of(ready), List.of(false));
        write(values, wanted);
        List<DataValue> back = read(readBack);
        for (int i = 0; i < wanted.size(); i++) {
            expect(wanted.get(i), back.get(i));
        }
        expect(false, back.get(wanted.size()));
        journal.noteOnDisk(job, Map.of("releasing", wanted).toString());
        write(List.of(jobId, ready), List.of(job, true));
        while (!job.equals(read(List.of(accepted)).get(0).value().value())) {
            Thread.onSpinWait();
        }
    }

    /** A value in the type that OPC UA has for it. */
    public static Object unsigned(int value) {
        return UShort.valueOf(value);
    }

    private List<DataValue> read(List<NodeId> nodes) throws UaException {
        return client.readValues(0.0, TimestampsToReturn.Neither, nodes);
    }

    private void write(List<NodeId> nodes, List<Object> plain) throws UaException {
        List<DataValue> held = new ArrayList<>(plain.size());
        for (Object value : plain) {
            held.add(DataValue.valueOnly(Variant.of(value)));
        }
        for (StatusCode answer : client.writeValues(nodes, held)) {
            if (!answer.isGood()) {
                throw new UaException(answer);
            }
        }
    }

    private static void expect(Object wanted, DataValue found) {
        if (!wanted.equals(found.value().value())) {
            throw new IllegalStateException("wanted " + wanted + ", found " + found);
        }
    }

    @Override
    public void close() throws UaException, SQLException {
        client.disconnect();
        journal.close();
    }
}
