package org.keyway.acceptance.delivery;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.AppConfiguration;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.job.MachineBoard;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.server.SimulatedCell;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server with one machine whose station wants part and tool for one job; spoken to over HTTP alone. */
final class CollectingFloor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String IDENTIFIERS = """
            repeatWindow: 100ms
            identifiers:
              - {role: part, name: {en: part, zh: 工件}}
              - {role: tool, name: {en: tool, zh: 刀具}, accept: {keys: [plain]}}
            collect: %s
            """;
    private static final String WORN_TOOL = """
            ---
            kind: ParameterSet
            id: WORN-TOOL
            scope: {product: B-1, machineClass: MILL, attributes: {tool: T-9}}
            values: {passes: 5}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final String collect;
    private final SimulatedCell cell;
    private KeywayServer server;

    /** A floor whose station waits this long for the tool, as workshop files write it. */
    CollectingFloor(Path data, String collect) throws Exception {
        this.data = data;
        this.collect = collect;
        this.cell = new SimulatedCell(List.of(OneMachineWorkshop.model()), 0);
        cell.start();
        this.server = start();
    }

    private KeywayServer start() throws Exception {
        String workshop =
                OneMachineWorkshop.YAML.replace("repeatWindow: 100ms\n", IDENTIFIERS.formatted(collect)) + WORN_TOOL;
        KeywayServer started = KeywayServer.start(new AppConfiguration(
                DatabaseConfiguration.file(data.resolve("keyway")),
                new TerminalConfiguration("127.0.0.1", 0),
                new OpcUaConfiguration(data.resolve("pki"), 0),
                IdentifierConfiguration.standard(),
                List.of(new WorkshopText("workshop.yaml", workshop)),
                Map.of("CELL_PORT", String.valueOf(cell.port()), "TIMEOUT", "5s"),
                new LabelSheet(List.of())));
        MachineBoard board = started.part(MachineBoard.class);
        await().atMost(PATIENCE)
                .until(() -> board.status(OneMachineWorkshop.MACHINE).online() && isIdle());
        return started;
    }

    private boolean isIdle() {
        return machine().memory().get("Machine/State").equals(SimulatedMachine.IDLE);
    }

    /** The server again over the same database; what it had in memory is gone. */
    void restart() throws Exception {
        server.close();
        server = start();
    }

    SimulatedMachine machine() {
        return cell.machine(OneMachineWorkshop.MACHINE).orElseThrow();
    }

    KeywayServer server() {
        return server;
    }

    JsonNode scan(String label) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("station", OneMachineWorkshop.STATION, "data", label));
        return json(HttpRequest.newBuilder(server.http().resolve("/api/v1/scans?wait=20000"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The job as it is on record now. */
    JsonNode job(JsonNode job) throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(
                server.http().resolve("/api/v1/jobs/" + job.get("id").asString())));
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(
                client.send(request.build(), BodyHandlers.ofString()).body());
    }

    @Override
    public void close() {
        server.close();
        cell.close();
    }
}
