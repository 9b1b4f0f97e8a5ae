package org.keyway.opcua.server;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.JobControlModule;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.store.JdbiJobJournal;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.OpcUaModule;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/**
 * All of OPC UA as it is wired for use, with a database of its own: a mill that is written to, and two nutrunners whose PLCs
 * fetch their jobs, one at the full level and one at the basic.
 */
public final class WholeFloor implements AutoCloseable {
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
              - {name: speed, type: Double, unit: r/min, min: 50, max: 12000, node: "nsu=urn:cnc:{machine};s=Speed"}
              - {name: offsets, type: "Double[]", length: 3, unit: mm, min: -1, max: 1, node: "nsu=urn:cnc;s=Offsets"}
              - {name: teeth, type: UInt16, min: 1, max: 99, node: "nsu=urn:cnc;s=Teeth"}
              - {name: flood, type: Boolean, node: "nsu=urn:cnc;s=Flood"}
              - {name: note, type: String, maxLength: 20, node: "nsu=urn:cnc;s=Note"}
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            ---
            kind: MachineProfile
            id: full
            delivery: opcua-host
            handover: {level: FULL, verify: ECHO, encoding: FLOAT}
            parameters:
              - {name: torque, type: Double, unit: N·m, min: 1, max: 60, tolerance: 0.01, node: param=1}
            ---
            kind: MachineProfile
            id: basic
            delivery: opcua-host
            handover: {level: BASIC, verify: CRC}
            parameters:
              - {name: torque, type: Double, unit: N·m, min: 1, max: 60, node: param=1}
            ---
            kind: Machine
            id: MILL
            class: MILL
            station: ST-10
            operation: OP10
            profile: mill
            endpoint: {url: "opc.tcp://127.0.0.1:1", security: None}
            ---
            {kind: Machine, id: FULL, class: NUT, station: ST-10, operation: OP20, profile: full}
            ---
            {kind: Machine, id: BASIC, class: NUT, station: ST-10, operation: OP20, profile: basic}
            """;

    private static final String PASSWORD = "correct horse battery staple";

    private final Injector injector;
    private final List<OpcUaClient> clients = new ArrayList<>();

    /** Started, in a folder: what was there before is there again. */
    public WholeFloor(Path folder) throws Exception {
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
                                .toInstance(new DatabaseConfiguration("jdbc:h2:file:" + folder.resolve("floor")));
                    }
                });
        var outcome = part(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", WORKSHOP)), Map.of(), true, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
        part(MachineFleet.class).start();
        part(ShopFloorServer.class).start();
    }

    /** A part of what is wired. */
    public <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    /** A client that signs in to a new account, and would hear what it is told in these languages, the dearest first. */
    public OpcUaClient as(Account account, String... languages) throws UaException {
        AccountDesk.Outcome made = part(AccountDesk.class).add(account, Optional.of(PASSWORD));
        if (!(made instanceof AccountDesk.Outcome.Done)) {
            throw new IllegalStateException(made.toString());
        }
        OpcUaClient client =
                Guests.trusted(part(Pki.class), part(ShopFloorServer.class).url(), account.name(), PASSWORD, languages);
        clients.add(client);
        client.readNamespaceTable();
        return client;
    }

    /** The node of ours that a path of names leads to. */
    public static NodeId node(String path) {
        return new NodeId(8, path);
    }

    /** What a client reads there now. */
    public static Optional<Object> read(OpcUaClient client, String path) throws UaException {
        DataValue value = client.readValue(0, TimestampsToReturn.Neither, node(path));
        return Optional.ofNullable(value.value().value());
    }

    @Override
    public void close() throws UaException {
        for (OpcUaClient client : clients) {
            client.disconnect();
        }
        part(ShopFloorServer.class).stop();
        part(MachineFleet.class).stop();
        part(JdbiJobJournal.class).stop();
        part(Database.class).close();
    }
}
