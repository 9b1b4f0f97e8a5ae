package org.keyway.job.desk;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.MapBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.Scan;
import org.keyway.job.HandClock;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobControlModule;
import org.keyway.job.Jobs;
import org.keyway.job.JournalVerdict;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** A station that wants part, tool and fixture for one job, with one machine in memory and a clock that is moved by hand. */
final class HoningStation implements AutoCloseable {
    static final String STATION = "ST-20";
    static final String TOOL = "T-1203";
    static final String OTHER_TOOL = "T-1300";
    static final String FIXTURE = "FX-7";
    static final Duration COLLECT = Duration.ofSeconds(60);

    private static final String WORKSHOP = """
            {kind: ProductFamily, id: BLOCK}
            ---
            {kind: ProductFamily, id: FIXTURE}
            ---
            {kind: ProductFamily, id: HONING-FIXTURE, parent: FIXTURE}
            ---
            {kind: Product, id: B-1, family: BLOCK, identifiers: ["gtin:06901234000016"]}
            ---
            {kind: Product, id: FX, family: HONING-FIXTURE, identifiers: ["plain:FX-7"]}
            ---
            {kind: Product, id: VAN, family: BLOCK, identifiers: ["vin:LZSPCJLG2R1000012", "plain:LZSPCJLG2R1000012"]}
            ---
            {kind: Station, id: ST-21}
            ---
            kind: Station
            id: ST-20
            repeatWindow: 5s
            identifiers:
              - {role: part, name: {en: part, zh: 工件}}
              - {role: tool, name: {en: honing tool, zh: 珩磨头}, accept: {keys: [plain], schemes: [plain]}}
              - {role: fixture, name: {en: fixture, zh: 夹具}, accept: {families: [FIXTURE]}}
            collect: 60s
            ---
            kind: MachineProfile
            id: honing
            delivery: memory
            settings: {readBackDelay: 0s, secondReadDelay: 0s}
            parameters:
              - {name: strokes, type: Int32, node: "nsu=urn:cnc;s=Strokes"}
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            ---
            kind: Machine
            id: HON-01
            class: HON
            station: ST-20
            operation: OP30
            profile: honing
            endpoint: {url: "opc.tcp://127.0.0.1:1", security: None}
            ---
            {kind: ParameterSet, id: ANY-TOOL, scope: {product: B-1}, values: {strokes: 40}}
            ---
            {kind: ParameterSet, id: WORN-TOOL, scope: {product: B-1, attributes: {tool: T-1300}}, values: {strokes: 55}}
            """;

    private final String database;
    private final HandClock clock;
    private final FakeMachine machine = new FakeMachine();
    private final Injector injector;

    HoningStation(String database) {
        this(database, new HandClock());
    }

    private HoningStation(String database, HandClock clock) {
        this.database = database;
        this.clock = clock;
        this.injector = Guice.createInjector(
                new JobControlModule(), new ProfilesModule(), new IdentifierModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(HoningStation.this.clock);
                        bind(DatabaseConfiguration.class)
                                .toInstance(new DatabaseConfiguration(
                                        "jdbc:h2:mem:" + HoningStation.this.database + ";DB_CLOSE_DELAY=-1"));
                        MapBinder.newMapBinder(binder(), String.class, MachineLinkFactory.class)
                                .addBinding("memory")
                                .toInstance(machine);
                    }
                });
        var outcome = part(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", WORKSHOP)), Map.of(), true, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
        part(CollectionWatch.class).start();
        part(MachineFleet.class).start();
    }

    /** The label of a part. */
    static String part(int serial) {
        return "]d2010690123400001621S" + serial;
    }

    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    FakeMachine machine() {
        return machine;
    }

    /** Scans a label and answers the job that the operator sees. */
    Job scan(String label) {
        return rested(submit(label, Optional.empty()));
    }

    Job scan(String label, String requestId) {
        return rested(submit(label, Optional.of(requestId)));
    }

    Submission submit(String label, Optional<String> requestId) {
        return part(JobControl.class)
                .submit(new ScanRequest(STATION, new Scan(label, Optional.empty()), Optional.empty(), requestId));
    }

    private static Job rested(Submission submission) {
        try {
            return submission.atRest().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    Job onRecord(Job job) {
        return part(Jobs.class).find(job.id()).orElseThrow();
    }

    JournalVerdict journal() {
        return part(JournalVerification.class).verify();
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** The looks that the watch takes by itself, taken now. */
    void look() {
        part(ScanDesk.class).expireCollections();
    }

    /** The same station after its server died: everything in memory is gone. */
    HoningStation afterACrash() {
        part(CollectionWatch.class).stop();
        part(MachineFleet.class).stop();
        return new HoningStation(database, clock);
    }

    @Override
    public void close() {
        part(CollectionWatch.class).stop();
        part(MachineFleet.class).stop();
        part(Database.class).close();
    }
}
