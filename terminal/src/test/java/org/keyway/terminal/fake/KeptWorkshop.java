package org.keyway.terminal.fake;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.audit.AuditTrail;
import org.keyway.profile.coverage.Coverage;
import org.keyway.profile.coverage.ReleaseImpact;
import org.keyway.profile.edit.WorkshopEditor;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.life.SetWarnings;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** A small workshop in a real store, for the routes that change it: made once, since nothing else asks it. */
public final class KeptWorkshop extends AbstractModule {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String FILES = """
            kind: ProductFamily
            id: BLOCK
            ---
            kind: Product
            id: CB-150
            family: BLOCK
            identifiers: ["gtin:06901234000016"]
            attributes: {boreClass: B}
            ---
            kind: Station
            id: ST-10
            ---
            kind: MachineProfile
            id: hmc
            delivery: opcua-write
            parameters:
              - {name: spindleSpeed, type: Double, unit: r/min, min: 50, max: 12000, required: true, tolerance: 0.5,
                 node: "nsu=urn:cnc:{machine};s=Stage/SpindleSpeed", label: {en: Spindle speed, zh: 主轴转速}}
            handshake: {jobId: "nsu=urn:cnc;s=Stage/JobId", ready: "nsu=urn:cnc;s=Stage/JobReady", accepted: "nsu=urn:cnc;s=Stage/AcceptedJobId"}
            ---
            kind: Machine
            id: HMC-01
            class: HMC
            station: ST-10
            operation: OP20
            profile: hmc
            endpoint: {url: "opc.tcp://127.0.0.1:48400", security: None}
            ---
            kind: ParameterSet
            id: CB-150-OP20
            scope: {product: CB-150, machineClass: HMC, operation: OP20}
            values: {spindleSpeed: 8000}
            """;

    private final Injector store;

    /** A store of its own. */
    public KeptWorkshop() {
        String name = "terminal-" + NUMBER.incrementAndGet();
        store = Guice.createInjector(new ProfilesModule(), new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(Clock.systemUTC());
                bind(DatabaseConfiguration.class).toInstance(DatabaseConfiguration.inMemory(name));
                bind(IdentifierConfiguration.class).toInstance(IdentifierConfiguration.standard());
            }
        });
        WorkshopImporter.Outcome outcome = store.getInstance(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", FILES)), Map.of(), true, "Li");
        if (!(outcome instanceof WorkshopImporter.Outcome.Imported)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    @Override
    protected void configure() {
        bind(ParameterSetLife.class).toInstance(store.getInstance(ParameterSetLife.class));
        bind(ParameterSetVersions.class).toInstance(store.getInstance(ParameterSetVersions.class));
        bind(AuditTrail.class).toInstance(store.getInstance(AuditTrail.class));
        bind(WorkshopEditor.class).toInstance(store.getInstance(WorkshopEditor.class));
        bind(Coverage.class).toInstance(store.getInstance(Coverage.class));
        bind(ReleasePolicy.class).toInstance(store.getInstance(ReleasePolicy.class));
        bind(SetWarnings.class).toInstance(store.getInstance(SetWarnings.class));
        bind(ReleaseImpact.class).toInstance(store.getInstance(ReleaseImpact.class));
    }
}
