package org.keyway.acceptance.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.app.demo.Demo;
import org.keyway.profile.store.Database;

/** Whoever asks how well the server is, over OPC UA or HTTP, is told when its database does not answer. */
final class ServiceLevelTest {
    @TempDir
    private Path folder;

    private static @Nullable Object serviceLevel(OpcUaClient client) throws UaException {
        return client.readValue(0.0, TimestampsToReturn.Neither, NodeIds.Server_ServiceLevel)
                .value()
                .value();
    }

    private static int readiness(Demo demo) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(demo.server().http().resolve("/health/ready"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void theServiceLevelDropsWhenTheDatabaseIsGone() throws Exception {
        try (Demo demo = Demo.start(new Demo.Settings(folder, 0, 0, 0, 0))) {
            OpcUaClient client = OpcUaClient.create(demo.server().opcUa());
            client.connect();
            try {
                assertThat(serviceLevel(client)).isEqualTo(ubyte(255));
                assertThat(readiness(demo)).isEqualTo(200);

                demo.server().part(Database.class).close();

                await().untilAsserted(() -> assertThat(serviceLevel(client)).isEqualTo(ubyte(100)));
                await().untilAsserted(() -> assertThat(readiness(demo)).isEqualTo(503));
            } finally {
                client.disconnect();
            }
        }
    }
}
