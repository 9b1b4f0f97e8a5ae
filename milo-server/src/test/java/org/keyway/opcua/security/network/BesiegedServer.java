package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerSettings;
import org.keyway.opcua.server.ServedWorkshop;

/** A small server in earnest; somebody who means it well is served at the beginning and must be at the end. */
final class BesiegedServer implements AutoCloseable {
    static final ServerCapacity SMALL = new ServerCapacity(20, 6, 3, 100, 60, 40, 1_000);

    final ServedWorkshop workshop;
    final OpcUaClient friend;
    private final List<OpcUaClient> clients = new ArrayList<>();

    BesiegedServer(Path pki) throws Exception {
        this(pki, SMALL);
    }

    BesiegedServer(Path pki, ServerCapacity capacity) throws Exception {
        workshop = new ServedWorkshop(
                ServerSettings.readableOnLoopback(0).secured().with(capacity), pki, Set.of(), "M1");
        friend = workshop.client();
    }

    String url() {
        return workshop.server().url();
    }

    Intruder intruder() throws IOException {
        return new Intruder(url());
    }

    /** A client that is trusted and may do whatever anybody may. */
    OpcUaClient another() throws UaException {
        return kept(workshop.client());
    }

    /** Such a client whose connection somebody has got into. */
    OpcUaClient with(Insider insider) throws UaException {
        return kept(workshop.guests().everybody(url(), insider::enter));
    }

    OpcUaClient kept(OpcUaClient client) {
        clients.add(client);
        return client;
    }

    /** Fails when the friend is not served any more. */
    @Override
    public void close() throws UaException {
        assertThat(friend.readValue(0, TimestampsToReturn.Neither, NodeIds.Server_ServerStatus_CurrentTime)
                        .statusCode()
                        .isGood())
                .as("the friend is served still")
                .isTrue();
        friend.disconnect();
        for (OpcUaClient client : clients) {
            client.disconnect();
        }
        workshop.close();
    }

    /** Direct memory that all connections share, in bytes. */
    static long usedMemory() {
        return PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }
}
