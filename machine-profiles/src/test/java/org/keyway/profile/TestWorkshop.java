package org.keyway.profile;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductRegistry;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.WorkshopStore;
import org.keyway.profile.workshopfile.WorkshopText;

/** A workshop on an H2 database in memory, filled from workshop files. */
final class TestWorkshop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    /** Two crankcase machines and a honing machine, one product each. */
    static final String FLOOR = """
            kind: ProductFamily
            id: CRANKCASE
            name: {en: Crankcase, zh: 曲轴箱}
            ---
            kind: ProductFamily
            id: CRANKCASE-150
            parent: CRANKCASE
            name: {en: Crankcase 150, zh: 150 曲轴箱}
            ---
            kind: Product
            id: CC-150
            family: CRANKCASE-150
            name: {en: Crankcase 150 cc, zh: 150cc 曲轴箱}
            identifiers: ["gtin:06901234000016"]
            attributes: {boreClass: B, hardness: 95, teeth: 4}
            ---
            kind: Station
            id: ST-10
            name: {en: Machining, zh: 加工}
            ---
            kind: Station
            id: ST-20
            name: {en: Honing, zh: 珩磨}
            ---
            kind: MachineProfile
            id: hmc
            delivery: opcua-write
            parameters:
              - {name: spindleSpeed, type: Double, unit: r/min, min: 50, max: 12000, tolerance: 0.5, node: "nsu=urn:cnc:{machine};s=Stage/SpindleSpeed"}
              - {name: feedRate, type: Double, unit: mm/min, min: 1, max: 10000, node: "nsu=urn:cnc:{machine};s=Stage/FeedRate", nodeUnit: mm/s}
              - {name: passes, type: UInt16, min: 1, max: 20, node: "nsu=urn:cnc:{machine};s=Stage/Passes"}
              - {name: coolant, type: Boolean, required: false, node: "nsu=urn:cnc:{machine};s=Stage/Coolant"}
              - {name: program, type: String, maxLength: 12, required: false, node: "nsu=urn:cnc:{machine};s=Stage/Program"}
            handshake: {jobId: "nsu=urn:cnc:{machine};s=Stage/JobId", ready: "nsu=urn:cnc:{machine};s=Stage/JobReady", accepted: "nsu=urn:cnc:{machine};s=Stage/AcceptedJobId"}
            ---
            kind: Machine
            id: HMC-01
            class: HMC
            station: ST-10
            operation: OP20
            profile: hmc
            endpoint: {url: "opc.tcp://127.0.0.1:${PORT:48400}", security: None}
            ---
            kind: Machine
            id: HMC-02
            class: HMC
            station: ST-10
            operation: OP20
            profile: hmc
            endpoint: {url: "opc.tcp://127.0.0.1:48400", security: None}
            ---
            kind: Machine
            id: HON-01
            class: HONING
            station: ST-20
            operation: OP30
            profile: hmc
            endpoint: {url: "opc.tcp://127.0.0.1:48400", security: None}
            """;

    private final Injector injector;

    TestWorkshop() {
        this(DatabaseConfiguration.inMemory(UUID.randomUUID().toString()));
    }

    TestWorkshop(DatabaseConfiguration configuration) {
        injector = Guice.createInjector(new ProfilesModule(), new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(Clock.systemUTC());
                bind(DatabaseConfiguration.class).toInstance(configuration);
            }
        });
        importer().load();
    }

    WorkshopImporter importer() {
        return injector.getInstance(WorkshopImporter.class);
    }

    WorkshopStore store() {
        return injector.getInstance(WorkshopStore.class);
    }

    List<ReleasedSet> released() {
        List<ReleasedSet> released = new ArrayList<>();
        store().each(released::add);
        return released;
    }

    Workshop current() {
        return injector.getInstance(WorkshopSource.class).current();
    }

    ProductRegistry registry() {
        return injector.getInstance(ProductRegistry.class);
    }

    WorkshopImporter.Outcome tryImport(String file) {
        return importer().importFiles(List.of(new WorkshopText("floor.yaml", file)), Map.of(), true, "test");
    }

    /** Imports files that must be right. */
    TestWorkshop with(String file) {
        WorkshopImporter.Outcome outcome = tryImport(file);
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
        return this;
    }

    /** Adds a released set with this scope and these values, in YAML flow style. */
    TestWorkshop withSet(String id, String scope, String values) {
        return with("{kind: ParameterSet, id: %s, scope: %s, values: %s}".formatted(id, scope, values));
    }

    /** Puts a set in force without asking whether it clashes, as a change of families or machines may. */
    TestWorkshop withClashingSet(String id, String scope, String values) {
        String file = "{kind: ParameterSet, id: %s, scope: %s, values: %s}".formatted(id, scope, values);
        return withClashing(id, file);
    }

    TestWorkshop withClashing(String id, String file) {
        importer().importFiles(List.of(new WorkshopText("floor.yaml", file)), Map.of(), false, "test");
        List<ReleasedSet> sets = store().newest(List.of(id)).stream()
                .map(set -> new ReleasedSet(set, 1))
                .toList();
        injector.getInstance(CurrentWorkshop.class).release(List.of(id), sets);
        return this;
    }

    MatchResult match(String machine, ProductIdentity identity) {
        return injector.getInstance(ParameterMatcher.class).match(new MatchRequest(identity, machine, "OP20", NOW));
    }

    /** A crankcase with nothing but what the registry knows. */
    static ProductIdentity crankcase() {
        return crankcase(Optional.empty(), Optional.empty());
    }

    static ProductIdentity crankcase(Optional<String> serial, Optional<String> lot) {
        return new ProductIdentity(
                "CC-150",
                "CRANKCASE-150",
                serial,
                lot,
                Map.of(
                        "boreClass",
                        "B",
                        "hardness",
                        new java.math.BigDecimal(95),
                        "teeth",
                        new java.math.BigDecimal(4)));
    }

    @Override
    public void close() {
        injector.getInstance(Database.class).close();
    }
}
