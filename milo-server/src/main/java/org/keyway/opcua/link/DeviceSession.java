package org.keyway.opcua.link;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.LinkException;
import org.keyway.opcua.value.DeviceType;

/**
 * One session with one device, and what was found out in it. Requests carry this session's own token: after a restart of
 * the device they are refused, never carried out with node ids that may mean something else by then.
 */
final class DeviceSession {
    private final OpcUaClient client;
    private final UaSession session;
    private final Duration deadline;
    private final NamespaceTable namespaces;
    private final DeviceLimits limits;
    private final Optional<Duration> clockOffset;
    private final Map<NodeAddress, DeviceNode> nodes = new ConcurrentHashMap<>();

    private DeviceSession(
            OpcUaClient client,
            UaSession session,
            Duration deadline,
            NamespaceTable namespaces,
            DeviceLimits limits,
            Optional<Duration> clockOffset) {
        this.client = client;
        this.session = session;
        this.deadline = deadline;
        this.namespaces = namespaces;
        this.limits = limits;
        this.clockOffset = clockOffset;
    }

    /**
     * A node that deliveries write to, as this session found it.
     *
     * @param rank the ValueRank (OPC 10000-3 5.6.2)
     * @param longest the most elements that it takes; 0 where the device doesn't say
     */
    record DeviceNode(NodeId id, DeviceType type, int rank, long longest) {
        private static final int ONE_DIMENSION = 1;
        private static final int ONE_OR_MORE = 0;
        private static final int SCALAR = -1;

        boolean takesScalar() {
            return rank <= SCALAR;
        }

        boolean takesArray() {
            return rank < SCALAR || rank == ONE_OR_MORE || rank == ONE_DIMENSION;
        }
    }

    /** Opens the view of a session that the client has just activated. */
    static DeviceSession open(OpcUaClient client, UaSession session, Duration deadline, Clock clock)
            throws UaException {
        return new DeviceSession(
                client,
                session,
                deadline,
                client.readNamespaceTable(),
                DeviceLimits.read(client),
                DeviceClock.offset(client, clock));
    }

    /** How far the device's clock was ahead of ours when the session was opened; empty when it doesn't say. */
    Optional<Duration> clockOffset() {
        return clockOffset;
    }

    UaSession session() {
        return session;
    }

    NamespaceTable namespaces() {
        return namespaces;
    }

    OpcUaClient client() {
        return client;
    }

    Map<NodeAddress, DeviceNode> nodes() {
        return nodes;
    }

    /** The node id in this session; empty when its namespace isn't there. */
    Optional<NodeId> resolve(NodeAddress address) {
        return address.resolve(namespaces);
    }

    NodeId require(NodeAddress address) throws LinkException {
        return resolve(address).orElseThrow(() -> LinkCode.NODE_MISSING.exception(Map.of("node", address.text())));
    }

    /** Reads values afresh, in as few requests as the device allows. */
    List<DataValue> read(List<NodeId> ids) throws LinkException {
        return readAttributes(
                ids.stream().map(id -> readValueId(id, AttributeId.Value)).toList());
    }

    static ReadValueId readValueId(NodeId id, AttributeId attribute) {
        return new ReadValueId(id, attribute.uid(), null, QualifiedName.NULL_VALUE);
    }

    List<DataValue> readAttributes(List<ReadValueId> wanted) throws LinkException {
        List<DataValue> found = new ArrayList<>(wanted.size());
        for (List<ReadValueId> portion : portions(wanted, limits.nodesPerRead())) {
            ReadRequest request =
                    new ReadRequest(header(), 0.0, TimestampsToReturn.Neither, portion.toArray(new ReadValueId[0]));
            DataValue @Nullable [] results = await(request, ReadResponse.class).getResults();
            if (results == null || results.length != portion.size()) {
                throw noAnswer("incomplete answer");
            }
            found.addAll(List.of(results));
        }
        return found;
    }

    /** Writes in order, in portions; every node's own answer, in order. */
    List<StatusCode> write(List<WriteValue> values, int batchSize) throws LinkException {
        List<StatusCode> answers = new ArrayList<>(values.size());
        for (List<WriteValue> portion : portions(values, Math.min(limits.nodesPerWrite(), batchSize))) {
            WriteRequest request = new WriteRequest(header(), portion.toArray(new WriteValue[0]));
            StatusCode @Nullable [] results =
                    await(request, WriteResponse.class).getResults();
            if (results == null || results.length != portion.size()) {
                throw noAnswer("incomplete answer");
            }
            answers.addAll(List.of(results));
        }
        return answers;
    }

    private static <T> List<List<T>> portions(List<T> all, int size) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            portions.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return portions;
    }

    private RequestHeader header() {
        return client.newRequestHeader(session.getAuthenticationToken(), uint(deadline.toMillis()));
    }

    private <T> T await(UaRequestMessageType request, Class<T> expected) throws LinkException {
        UaResponseMessageType answer = await(request);
        if (!expected.isInstance(answer)) {
            throw noAnswer("an answer to something else");
        }
        return expected.cast(answer);
    }

    private UaResponseMessageType await(UaRequestMessageType request) throws LinkException {
        CompletableFuture<UaResponseMessageType> answer = client.sendRequestAsync(request);
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw noAnswer("no answer in " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw noAnswer(UaException.extractStatusCode(e).map(StatusText::of).orElse(String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer("stopping");
        }
    }

    private static LinkException noAnswer(String status) {
        return LinkCode.NO_ANSWER.exception(Map.of("status", status));
    }
}
