package org.keyway.job.machine;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.HandClock;
import org.keyway.job.Job;
import org.keyway.job.JobControlModule;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobParameter;
import org.keyway.job.JobRecorder;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.MachineDoubt;
import org.keyway.job.Step;
import org.keyway.job.delivery.Pause;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.SetVersion;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** A boring machine in memory and the worker that serves it, without the ticks; pauses move the clock and take no time. */
final class BoringCell implements AutoCloseable {
    static final String DEPTH = "nsu=urn:cnc;s=Depth";

    private static final BigDecimal WANTED = BigDecimal.valueOf(40);
    private static final String WORKSHOP = """
            {kind: Station, id: ST-10}
            ---
            kind: MachineProfile
            id: boring
            delivery: memory
            settings: {readBackDelay: 0s, secondReadDelay: 0s, acceptTimeout: 10s, attempts: 1}
            parameters:
              - {name: depth, type: Int32, node: "nsu=urn:cnc;s=Depth"}
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            interlocks:
              - {node: "nsu=urn:cnc;s=State", equals: Idle, message: {en: "Wait.", zh: "请等待。"}}
            ---
            kind: Machine
            id: BOR-01
            class: BOR
            station: ST-10
            operation: OP20
            profile: boring
            endpoint: {url: "opc.tcp://127.0.0.1:1", security: None}
            """;

    private final HandClock clock = new HandClock();
    private final ScriptedMachine machine = new ScriptedMachine();
    private final Injector injector;
    private final MachineProfile profile;
    private final MachineWorker worker;

    BoringCell() {
        injector = Guice.createInjector(Modules.override(
                        new JobControlModule(), new ProfilesModule(), new IdentifierModule())
                .with(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(clock);
                        bind(Pause.class).toInstance(clock::pass);
                        bind(DatabaseConfiguration.class)
                                .toInstance(DatabaseConfiguration.inMemory(
                                        UUID.randomUUID().toString()));
                    }
                }));
        var outcome = injector.getInstance(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", WORKSHOP)), Map.of(), true, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
        Workshop workshop = injector.getInstance(WorkshopSource.class).current();
        Machine served = workshop.machine("BOR-01").orElseThrow();
        profile = workshop.profile(served.profile()).orElseThrow();
        worker = new MachineWorker(served, profile, machine, injector.getInstance(FleetTools.class));
    }

    ScriptedMachine machine() {
        return machine;
    }

    HandClock clock() {
        return clock;
    }

    /** A job whose intent to stage is on record. */
    Job job() {
        Parameter depth = profile.parameters().get(0);
        JobParameter wanted = new JobParameter(
                depth.name(),
                WANTED,
                Optional.empty(),
                new SetVersion("DEPTH", 1),
                DEPTH,
                Optional.empty(),
                Optional.empty(),
                false);
        return injector.getInstance(JobRecorder.class)
                .open(
                        injector.getInstance(JobIds.class).next(),
                        new JobEvent.Received("ST-10", "B-1", Optional.empty(), Optional.empty()),
                        List.of(
                                new JobEvent.Matched("BOR-01", "OP20", List.of(wanted), List.of()),
                                new JobEvent.Staging()));
    }

    /** Whether the machine could be had; it is then taken. */
    boolean claim() {
        return worker.claim();
    }

    /** Hands a job to the machine, which must be free, and answers it when it has come to rest. */
    Job deliver(Job job) throws ExecutionException, InterruptedException {
        return begin(job, CompletableFuture.completedFuture(job)).get();
    }

    CompletableFuture<Job> begin(Job job, CompletableFuture<Job> intent) {
        if (!claim()) {
            throw new AssertionError("the machine is taken");
        }
        return worker.deliver(
                job.id(), intent, List.of(new Setpoint(profile.parameters().get(0), WANTED)));
    }

    Job onRecord(Job job) {
        return injector.getInstance(Jobs.class).find(job.id()).orElseThrow();
    }

    /** Every state in which a job was on record. */
    List<JobState> states(Job job) {
        return onRecord(job).steps().stream().map(Step::state).toList();
    }

    /** Two people end what is in doubt. */
    MachineDoubt.Outcome endByHand(MachineDoubt.Statement statement) {
        return worker.endOfDoubt().end(statement);
    }

    List<MachineDoubt.Doubt> doubts() {
        return worker.doubts();
    }

    /** The kinds of a job's events, in order. */
    List<String> events(Job job) {
        return injector.getInstance(Database.class)
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT kind FROM journal WHERE job = ? ORDER BY seq")
                        .bind(0, job.id())
                        .mapTo(String.class)
                        .list());
    }

    List<Job> unsettled() {
        return injector.getInstance(Jobs.class).unsettled("BOR-01");
    }

    /** The worker looks after its machine, as it does every now and then. */
    void tick() {
        worker.tick();
    }

    /** From now on nothing can be read or recorded. */
    void loseDatabase() {
        injector.getInstance(Database.class).close();
    }

    /** Does what the worker still has to do, and no more after that. */
    void finish() {
        worker.stop();
    }

    @Override
    public void close() {
        worker.stop();
        injector.getInstance(Database.class).close();
    }
}
