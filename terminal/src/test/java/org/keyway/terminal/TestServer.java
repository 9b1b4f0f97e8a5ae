package org.keyway.terminal;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.multibindings.Multibinder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Message;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.pattern.LabelPatterns;
import org.keyway.identifier.pattern.MemoryPatternStore;
import org.keyway.identifier.resolution.SourceBoard;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.job.HealthCheck;
import org.keyway.job.JobControl;
import org.keyway.job.Jobs;
import org.keyway.job.MachineBoard;
import org.keyway.job.MachineDoubt;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.job.teach.MachineTeacher;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.StateNode;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.fake.FakeDoubt;
import org.keyway.terminal.fake.FakeExchange;
import org.keyway.terminal.fake.FakeFloor;
import org.keyway.terminal.fake.FakeIdentification;
import org.keyway.terminal.fake.FakeScannerProfiles;
import org.keyway.terminal.fake.FakeWorkshop;
import org.keyway.terminal.fake.KeptWorkshop;
import org.keyway.terminal.page.Label;
import org.keyway.terminal.page.LabelSheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terminal over a shop floor in memory, on a free port, and a client for it. */
final class TestServer implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final IdentifierConfiguration SITE = IdentifierConfiguration.standard()
            .withPatterns(List.of(LabelPattern.of("house", "(?<product>H[0-9]{3})", List.of("H123"))));

    final FakeFloor floor = new FakeFloor(Clock.systemUTC());
    final HttpClient client = HttpClient.newHttpClient();
    final FakeWorkshop workshop = new FakeWorkshop();
    final FakeExchange exchange = new FakeExchange(workshop);
    final FakeDoubt doubt = new FakeDoubt();
    final SwitchableCheck check = new SwitchableCheck();
    private final List<ReaderStatus> readers = new CopyOnWriteArrayList<>();
    private final Set<ShopFloorListener> listeners;
    private final HttpServer server;

    TestServer() {
        this(new TerminalConfiguration("127.0.0.1", 0));
    }

    TestServer(TerminalConfiguration configuration) {
        Injector injector =
                Guice.createInjector(new TerminalModule(), new KeptWorkshop(), new FloorModule(configuration));
        listeners = injector.getInstance(new Key<Set<ShopFloorListener>>() {});
        floor.tell(listeners);
        server = injector.getInstance(HttpServer.class);
        server.start();
        floor.machine("HMC-01", StateNode.State.READY, "Idle");
    }

    /** A reader is, from now on, as this says. */
    void reader(ReaderStatus status) {
        readers.removeIf(reader -> reader.reader().equals(status.reader()));
        readers.add(status);
        listeners.forEach(listener -> listener.readerChanged(status));
    }

    URI uri(String path) {
        return server.address().resolve(path);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(posting(path, body));
    }

    HttpRequest.Builder posting(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** Sends a body with the tag that was read; an empty one is left out. */
    Answer send(String method, String path, String tag, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return send(tag.isEmpty() ? request : request.header("If-Match", tag));
    }

    CompletableFuture<Answer> postLater(String path, String body) {
        return client.sendAsync(posting(path, body).build(), BodyHandlers.ofString())
                .thenApply(Answer::new);
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    }

    @Override
    public void close() {
        server.stop();
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    static final class SwitchableCheck implements HealthCheck {
        volatile Optional<String> fault = Optional.empty();

        @Override
        public String name() {
            return "database";
        }

        @Override
        public Optional<String> fault() {
            return fault;
        }
    }

    private final class FloorModule extends AbstractModule {
        private final TerminalConfiguration configuration;

        private FloorModule(TerminalConfiguration configuration) {
            this.configuration = configuration;
        }

        @Override
        protected void configure() {
            FakeIdentification identification = new FakeIdentification();
            bind(TerminalConfiguration.class).toInstance(configuration);
            bind(JobControl.class).toInstance(floor);
            bind(Jobs.class).toInstance(floor);
            bind(MachineBoard.class).toInstance(floor);
            bind(MachineDoubt.class).toInstance(doubt);
            bind(ReaderBoard.class).toInstance(() -> List.copyOf(readers));
            bind(WorkshopSource.class).toInstance(workshop);
            bind(WorkshopImporter.class).toInstance(exchange);
            bind(ReleasedSets.class).toInstance(exchange);
            bind(MachineTeacher.class).toInstance(exchange);
            bind(ScannerProfiles.class).toInstance(new FakeScannerProfiles());
            bind(LabelPatterns.class).toInstance(new LabelPatterns(SITE, new MemoryPatternStore(), Clock.systemUTC()));
            bind(ScanParser.class).toInstance(identification);
            bind(ProductResolver.class).toInstance(identification);
            bind(SourceBoard.class).toInstance(() -> List.of(failing()));
            bind(ParameterMatcher.class).toInstance(identification);
            bind(Clock.class).toInstance(Clock.systemUTC());
            bind(LabelSheet.class)
                    .toInstance(new LabelSheet(List.of(
                            label("block-1", "GOOD 1", "Cylinder block A0042", "气缸体 A0042", "good"),
                            label("torn", "TORN", "A torn label", "残损标签", "bad"),
                            label("long", "L".repeat(5000), "A label longer than its symbol", "超长标签", "bad"))));
            Multibinder.newSetBinder(binder(), HealthCheck.class).addBinding().toInstance(check);
        }

        private static SourceBoard.SourceStatus failing() {
            return new SourceBoard.SourceStatus(
                    "erp",
                    "http",
                    "OPEN",
                    5,
                    Optional.of(Instant.parse("2026-11-23T08:00:00Z")),
                    Optional.of("refused"));
        }

        private static Label label(String id, String data, String en, String zh, String expect) {
            return new Label(id, "ST-10", "datamatrix", "]d1", data, new Message(en, zh), expect);
        }
    }
}
