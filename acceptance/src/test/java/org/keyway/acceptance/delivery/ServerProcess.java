package org.keyway.acceptance.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.app.cli.Keyway;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server as a plant runs it, {@code keyway serve}, in a process that can be killed. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("keyway ready http=(\\S+) opcua=(\\S+)");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI http;
    private final String opcUa;

    private ServerProcess(Process process, URI http, String opcUa) {
        this.process = process;
        this.http = http;
        this.opcUa = opcUa;
    }

    static Path writeConfiguration(Path folder, int cellPort) throws IOException {
        return writeConfiguration(folder, cellPort, OneMachineWorkshop.YAML);
    }

    static Path writeConfiguration(Path folder, int cellPort, String workshop) throws IOException {
        Files.writeString(folder.resolve("workshop.yaml"), workshop);
        return Files.writeString(folder.resolve("keyway.yaml"), """
                data: data
                http: {port: 0}
                opcua: {port: 0}
                workshop: [workshop.yaml]
                variables: {CELL_PORT: "%d", TIMEOUT: 5s}
                """.formatted(cellPort));
    }

    static ServerProcess start(Path configuration) throws IOException {
        Process process = java(configuration);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return new ServerProcess(process, URI.create(ready.group(1)), ready.group(2));
            }
        }
        throw new IOException("the server did not start");
    }

    /** What {@code keyway journal verify} says; its exit status. */
    static int verifyJournal(Path configuration) {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        return Keyway.execute(new String[] {"journal", "verify", "--config", configuration.toString()}, nobody, nobody);
    }

    private static Process java(Path configuration) throws IOException {
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Keyway.class.getName(),
                "serve",
                "--config",
                configuration.toString());
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Where OPC UA clients connect. */
    String opcUa() {
        return opcUa;
    }

    /** Sends a scan; the answer never comes when the server is killed meanwhile. */
    CompletableFuture<JsonNode> scan(String requestId, String label) {
        String body = JSON.writeValueAsString(
                Map.of("station", OneMachineWorkshop.STATION, "data", label, "requestId", requestId));
        HttpRequest request = HttpRequest.newBuilder(http.resolve("/api/v1/scans?wait=20000"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(ServerProcess::json);
    }

    /** Every job on record, newest first. */
    JsonNode jobs() throws IOException, InterruptedException {
        return get("/api/v1/jobs?limit=200").get("items");
    }

    /** What the server knows of the machine. */
    String machineState() throws IOException, InterruptedException {
        return get("/api/v1/machines/" + OneMachineWorkshop.MACHINE)
                .get("status")
                .get("state")
                .asString();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(http.resolve(path)).build();
        return json(client.send(request, BodyHandlers.ofString()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** Kills the process as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    void awaitDeath() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
