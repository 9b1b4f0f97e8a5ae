package org.keyway.opcua.joborder;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Reading;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobControlModule;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobParameter;
import org.keyway.job.JobRecorder;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;
import org.keyway.job.order.OrderSettings;
import org.keyway.job.order.OrderWatch;
import org.keyway.job.store.JdbiJobJournal;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.OpcUaModule;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobOrderAndState;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.server.Guests;
import org.keyway.opcua.server.ShopFloorServer;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.SetVersion;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** Machine {@code M1} with its orders, served over OPC UA, and a client that is a manufacturing execution system. */
final class OrderedMachine implements AutoCloseable {
    static final int MOST = 3;
    static final int SCANS = 2;

    private static final String WORKSHOP = """
            {kind: ProductFamily, id: BLOCK}
            ---
            {kind: Product, id: B-1, family: BLOCK}
            ---
            {kind: Station, id: ST-10}
            ---
            kind: MachineProfile
            id: mill
            delivery: opcua-write
            parameters:
              - {name: speed, type: Double, unit: r/min, min: 50, max: 12000, node: "nsu=urn:cnc;s=Speed"}
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            ---
            kind: Machine
            id: M1
            class: MILL
            station: ST-10
            operation: OP10
            profile: mill
            endpoint: {url: "opc.tcp://127.0.0.1:1", security: None}
            ---
            {kind: ParameterSet, id: SPEED, scope: {product: B-1}, values: {speed: 8000}}
            """;

    private static final String MES = "mes";
    private static final String PASSWORD = "correct horse battery staple";

    private final Path folder;
    private final Injector injector;
    private final ShopFloorServer server;
    private final OpcUaClient client;

    /** The machine as its folder has it: what was there before is there again. */
    OrderedMachine(Path folder) throws Exception {
        this.folder = folder;
        injector = Guice.createInjector(
                new JobControlModule(),
                new ProfilesModule(),
                new IdentifierModule(),
                new OpcUaModule(),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(Clock.systemUTC());
                        bind(OpcUaConfiguration.class).toInstance(new OpcUaConfiguration(folder.resolve("pki"), 0));
                        bind(DatabaseConfiguration.class)
                                .toInstance(new DatabaseConfiguration("jdbc:h2:file:" + folder.resolve("orders")));
                        OptionalBinder.newOptionalBinder(binder(), OrderSettings.class)
                                .setBinding()
                                .toInstance(new OrderSettings(MOST, SCANS));
                    }
                });
        var outcome = part(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", WORKSHOP)), Map.of(), true, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
        server = part(ShopFloorServer.class);
        server.start();
        client = client(MES, Role.MES_CLIENT);
        client.readNamespaceTable();
        Isa95DataType.register(client.getStaticDataTypeManager(), client.getNamespaceTable());
    }

    /** A client with this role. */
    OpcUaClient client(String name, Role role) throws UaException {
        part(AccountDesk.class).add(Account.of(name, role), Optional.of(PASSWORD));
        return Guests.trusted(part(Pki.class), server.url(), name, PASSWORD);
    }

    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    OpcUaClient client() {
        return client;
    }

    /** The same machine after its server was started anew. */
    OrderedMachine restarted() throws Exception {
        close();
        return new OrderedMachine(folder);
    }

    /** An order that says nothing but its id. */
    static Isa95JobOrder plainOrder(String id) {
        return new Isa95JobOrder(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static NodeId control(String name) {
        return new NodeId(8, "M1/JobManagement/JobOrderControl" + name);
    }

    static NodeId results(String name) {
        return new NodeId(8, "M1/JobManagement/JobOrderResults" + name);
    }

    CallMethodResult call(NodeId object, NodeId method, Variant... arguments) throws UaException {
        return client.call(List.of(new CallMethodRequest(object, method, arguments)))
                .getResults()[0];
    }

    /** Calls a method of JobOrderControl; its ReturnStatus. */
    long control(String method, Object first) throws UaException {
        Variant argument = first instanceof Isa95JobOrder order ? new Variant(encoded(order)) : new Variant(first);
        Variant comment = new Variant(new LocalizedText[] {LocalizedText.english("by test")});
        CallMethodResult result = call(control(""), control("/" + method), argument, comment);
        if (!result.getStatusCode().isGood()) {
            throw new AssertionError(result.getStatusCode().toString());
        }
        return ((ULong) Objects.requireNonNull(result.getOutputArguments()[0].value())).longValue();
    }

    ExtensionObject encoded(Isa95JobOrder order) {
        return ExtensionObject.encode(client.getStaticEncodingContext(), order);
    }

    List<Isa95JobOrderAndState> orders() throws UaException {
        return list(control("/JobOrderList"), Isa95JobOrderAndState.class);
    }

    Optional<Isa95JobOrderAndState> order(String id) throws UaException {
        return orders().stream()
                .filter(listed -> listed.jobOrder().jobOrderId().equals(id))
                .findFirst();
    }

    /** The numbers of an order's states, the top one first; empty when it isn't listed. */
    List<Integer> state(String id) throws UaException {
        return order(id).map(listed -> SentOrders.numbers(listed.state())).orElse(List.of());
    }

    Object decoded(@Nullable Object body) {
        return ((ExtensionObject) Objects.requireNonNull(body)).decode(client.getStaticEncodingContext());
    }

    List<Isa95JobResponse> responses() throws UaException {
        return list(results("/JobOrderResponseList"), Isa95JobResponse.class);
    }

    private <T> List<T> list(NodeId node, Class<T> type) throws UaException {
        DataValue value = client.readValue(0, TimestampsToReturn.Neither, node);
        return Arrays.stream(
                        (ExtensionObject[]) Objects.requireNonNull(value.value().value()))
                .map(body -> type.cast(body.decode(client.getStaticEncodingContext())))
                .toList();
    }

    /** A scan of a part has taken the order, or none, and its values are on their way. */
    Job take(String... order) {
        Optional<String> taken = Arrays.stream(order).findFirst();
        Reading reading = new Reading(
                "B-1",
                Optional.empty(),
                "plain",
                true,
                List.of(),
                Optional.of("plain:B-1"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
        ProductIdentity part = new ProductIdentity("B-1", "BLOCK", Optional.of("SN-1"), Optional.of("LOT-7"), Map.of());
        JobParameter speed = new JobParameter(
                "speed",
                8000,
                Optional.of("r/min"),
                new SetVersion("SPEED", 1),
                "nsu=urn:cnc;s=Speed",
                Optional.empty(),
                Optional.empty(),
                false);
        return part(JobRecorder.class)
                .open(
                        part(JobIds.class).next(),
                        new JobEvent.Received("ST-10", "B-1", Optional.empty(), Optional.empty()),
                        List.of(
                                new JobEvent.Identified(reading, Optional.of(part)),
                                new JobEvent.Matched("M1", "OP10", List.of(speed), List.of(), taken),
                                new JobEvent.Staging()));
    }

    /** The machine holds the values and may start. */
    Job load(Job job) {
        return part(JobRecorder.class)
                .record(
                        job,
                        new JobEvent.Staged(Map.of()),
                        new JobEvent.Verified(List.of(8000), List.of(8000)),
                        new JobEvent.Releasing(),
                        new JobEvent.Released());
    }

    /** Nobody knows what the machine has. */
    Job fallIntoDoubt(Job job) {
        Problem problem =
                part(ProblemCatalogue.class).problem(JobCode.IN_DOUBT, Map.of("machine", "M1", "cause", "test"));
        return part(JobRecorder.class).record(job, new JobEvent.Failed(problem, List.of()));
    }

    Object read(NodeId node) throws UaException {
        return Objects.requireNonNull(
                client.readValue(0, TimestampsToReturn.Neither, node).value().value());
    }

    Job accept(Job job) {
        return part(JobRecorder.class).record(job, new JobEvent.Accepted(false));
    }

    Job complete(Job job) {
        return part(JobRecorder.class).record(job, new JobEvent.Completed(List.of()));
    }

    @Override
    public void close() throws UaException {
        client.disconnect();
        server.stop();
        part(OrderWatch.class).stop();
        part(JdbiJobJournal.class).stop();
        part(Database.class).close();
    }
}
