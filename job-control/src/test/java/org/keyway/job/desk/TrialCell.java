package org.keyway.job.desk;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Modules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.Message;
import org.keyway.identifier.Scan;
import org.keyway.job.HandClock;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobControlModule;
import org.keyway.job.JobState;
import org.keyway.job.LimitedParts;
import org.keyway.job.ScanRequest;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.trial.TrialWatch;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.SetProblem;
import org.keyway.profile.SetVersion;
import org.keyway.profile.SubmissionCheck;
import org.keyway.profile.ValueSource;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.Revision;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** Two honing machines at two stations; set {@code BORE} gives 40, and a measurement may differ from it by 2. */
final class TrialCell implements AutoCloseable {
    static final String FIRST = "HON-01";
    static final SetVersion ON_TRIAL = new SetVersion("BORE", 2);

    private static final String MEASURING =
            "results: [{name: diameter, unit: mm, node: \"nsu=urn:cnc;s=D\", kind: measurement, nominal: bore, tolerance: 2}]";
    private static final String WORKSHOP = """
            {kind: ProductFamily, id: BLOCK}
            ---
            {kind: Product, id: B-1, family: BLOCK, identifiers: ["gtin:06901234000016"]}
            ---
            {kind: Station, id: ST-HON-01, repeatWindow: 5s}
            ---
            {kind: Station, id: ST-HON-02, repeatWindow: 5s}
            ---
            kind: MachineProfile
            id: honing
            delivery: memory
            settings: {readBackDelay: 0s, secondReadDelay: 0s, attempts: 1}
            parameters:
              - {name: bore, type: Int32, node: "nsu=urn:cnc;s=Bore"}
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            %s
            ---
            kind: Machine
            id: HON-01
            class: HON
            station: ST-HON-01
            operation: OP30
            profile: honing
            endpoint: {url: "opc.tcp://127.0.0.1:1", security: None}
            ---
            kind: Machine
            id: HON-02
            class: HON
            station: ST-HON-02
            operation: OP30
            profile: honing
            endpoint: {url: "opc.tcp://127.0.0.1:2", security: None}
            ---
            {kind: ParameterSet, id: BORE, scope: {product: B-1}, values: {bore: 40}}
            """;

    private final String database;
    private final Map<String, FakeMachine> machines;
    private final Map<String, CompletableFuture<Job>> completed = new ConcurrentHashMap<>();
    private final List<SetProblem> objections = new CopyOnWriteArrayList<>();
    private final Interruptions interruptions = new Interruptions();
    private final HandClock clock = new HandClock();
    private final Injector injector;

    private TrialCell(String database, Map<String, FakeMachine> machines) {
        this.database = database;
        this.machines = machines;
        this.injector = Guice.createInjector(
                new JobControlModule(),
                Modules.override(new ProfilesModule()).with(interruptions),
                new IdentifierModule(),
                new Wiring());
    }

    /** A cell whose machines measure what they made. */
    static TrialCell measuring(String database) {
        return begin(database, MEASURING);
    }

    static TrialCell measuringNothing(String database) {
        return begin(database, "");
    }

    private static TrialCell begin(String database, String results) {
        TrialCell cell = new TrialCell(database, Map.of("HON-01", new FakeMachine(), "HON-02", new FakeMachine()));
        cell.add(WORKSHOP.formatted(results));
        cell.start();
        return cell;
    }

    private final class Wiring extends AbstractModule {
        @Override
        protected void configure() {
            bind(Clock.class).toInstance(clock);
            bind(DatabaseConfiguration.class)
                    .toInstance(new DatabaseConfiguration("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1"));
            MapBinder.newMapBinder(binder(), String.class, MachineLinkFactory.class)
                    .addBinding("memory")
                    .toInstance((machine, profile, listener) -> on(machine.id()).open(machine, profile, listener));
            // The last to be told, so that whoever waits for a job knows that the watch has been told of it.
            Multibinder.newSetBinder(binder(), ShopFloorListener.class)
                    .addBinding()
                    .toInstance(new Completions());
            Multibinder.newSetBinder(binder(), SubmissionCheck.class)
                    .addBinding()
                    .toInstance((set, version) -> List.copyOf(objections));
        }
    }

    private final class Completions implements ShopFloorListener {
        @Override
        public void jobChanged(Job job) {
            if (job.state() == JobState.COMPLETED) {
                completion(job).complete(job);
            }
        }

        @Override
        public void machineChanged(String machine, MachineStatus status) {
            // Jobs are all that is waited for.
        }
    }

    /** Has these things happen, each after one of the next matches and before it is acted upon. */
    void meanwhile(Runnable... events) {
        interruptions.await(events);
    }

    private CompletableFuture<Job> completion(Job job) {
        return completed.computeIfAbsent(job.id(), id -> new CompletableFuture<>());
    }

    private void start() {
        part(TrialWatch.class).start();
        part(MachineFleet.class).start();
    }

    /** Imports more sets. */
    void add(String file) {
        var outcome = part(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", file)), Map.of(), true, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
    }

    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    FakeMachine on(String machine) {
        return Objects.requireNonNull(machines.get(machine));
    }

    /** Makes version 2 of the set, which gives 41, and puts it on trial on the first machine. */
    void startTrial(int parts) {
        ParameterSetLife life = part(ParameterSetLife.class);
        ParameterSet old =
                part(ParameterSetVersions.class).versions("BORE").get(0).set();
        ParameterSet wider = new ParameterSet(
                old.id(),
                old.scope(),
                Map.of("bore", new ValueSource.Constant(BigDecimal.valueOf(41), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Change ann = new Change("Ann", "wider");
        VersionRecord draft = done(life.create(wider, ann));
        VersionRecord submitted = done(life.submit(seen(draft), ann));
        done(life.startTrial(seen(submitted), new Canary(FIRST, parts), new Change("Bob", "try it")));
    }

    VersionRecord trial() {
        return part(ParameterSetVersions.class).find(ON_TRIAL).orElseThrow();
    }

    List<String> comments() {
        return part(ParameterSetVersions.class).comments(ON_TRIAL).stream()
                .map(comment -> comment.text())
                .toList();
    }

    static Revision seen(VersionRecord version) {
        return new Revision(version.name(), version.revision());
    }

    static VersionRecord done(LifeOutcome outcome) {
        if (outcome instanceof LifeOutcome.Done done) {
            return done.version();
        }
        throw new AssertionError(outcome.toString());
    }

    void object() {
        String text = "clashes meanwhile";
        objections.add(new SetProblem("", "KW-TEST-003", new Message(text, text)));
    }

    /** Scans a part at the first machine and answers the job at rest. */
    Job scan(int serial) {
        return scan(FIRST, serial);
    }

    Job scan(String machine, int serial) {
        Scan label = new Scan(HoningStation.part(serial), Optional.empty());
        return part(JobControl.class)
                .submit(new ScanRequest("ST-" + machine, label, Optional.empty(), Optional.empty()))
                .atRest()
                .join();
    }

    /** Scans a part, has it machined, and answers its job with the results. */
    Job make(int serial, int measured) {
        return make(serial, Optional.of(measured));
    }

    Job make(int serial, Optional<Object> measured) {
        Job job = scan(serial);
        on(FIRST).done(job.id(), measured);
        return completion(job).join();
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** The value that a job brought to its machine. */
    static int bore(Job job) {
        return new BigDecimal(job.parameters().get(0).value().toString()).intValueExact();
    }

    int taken(SetVersion version) {
        return part(LimitedParts.class).taken(version);
    }

    /** Every trial has been judged by the jobs that have ended when this returns, and none is after it. */
    void rest() {
        part(TrialWatch.class).stop();
    }

    /** The same cell after its server died: everything in memory is gone. */
    TrialCell afterACrash() {
        stop();
        TrialCell next = new TrialCell(database, machines);
        next.part(WorkshopImporter.class).load();
        next.start();
        return next;
    }

    private void stop() {
        part(MachineFleet.class).stop();
        part(TrialWatch.class).stop();
    }

    @Override
    public void close() {
        stop();
        part(Database.class).close();
    }
}
