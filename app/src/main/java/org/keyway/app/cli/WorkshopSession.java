package org.keyway.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.OptionalBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.keyway.app.Causes;
import org.keyway.app.StartFailedException;
import org.keyway.app.config.AppConfiguration;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.account.AccountJournal;
import org.keyway.job.account.AccountStore;
import org.keyway.job.store.JdbiAccounts;
import org.keyway.job.store.JdbiLimitedParts;
import org.keyway.opcua.security.audit.AccountAudit;
import org.keyway.opcua.security.audit.AuditStore;
import org.keyway.opcua.store.JdbiAuditStore;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;

/** The workshop in its database, without a server. */
final class WorkshopSession implements AutoCloseable {
    private final Injector injector;

    private WorkshopSession(Injector injector) {
        this.injector = injector;
    }

    /**
     * Opens the database and puts its workshop in force.
     *
     * @throws StartFailedException when the database can't be opened, as when a server has it open
     */
    static WorkshopSession open(AppConfiguration configuration) throws StartFailedException {
        return open(new Wiring(configuration));
    }

    private static WorkshopSession open(Module wiring) throws StartFailedException {
        try {
            WorkshopSession session = new WorkshopSession(Guice.createInjector(wiring));
            session.part(WorkshopImporter.class).load();
            return session;
        } catch (ProvisionException e) {
            throw new StartFailedException(Causes.sentence(e), e);
        }
    }

    /**
     * Opens a copy of the database that goes with the session, so that nothing is written anywhere; a database on a server is
     * itself opened, to read alone.
     *
     * @param data the data folder; the database in it may be open in a server, and may not exist
     */
    static WorkshopSession openCopy(AppConfiguration configuration, Path data)
            throws StartFailedException, IOException {
        return openCopy(configuration, data, Wiring::new);
    }

    /** Opens a copy with other parts; none of them is started. */
    static WorkshopSession openCopy(
            AppConfiguration configuration, Path data, Function<AppConfiguration, Module> wiring)
            throws StartFailedException, IOException {
        if (configuration.database().dialect().isShared()) {
            return open(wiring.apply(
                    configuration.withDatabase(configuration.database().toRead())));
        }
        Path original = Path.of(AppConfiguration.databaseFile(data) + ".mv.db");
        if (Files.exists(original)) {
            Path folder = Files.createTempDirectory("keyway-match");
            Path copy = folder.resolve("keyway.mv.db");
            Files.copy(original, copy);
            copy.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            AppConfiguration copied = configuration.withDatabase(DatabaseConfiguration.file(folder.resolve("keyway")));
            return open(wiring.apply(copied));
        }
        WorkshopSession session =
                open(wiring.apply(configuration.withDatabase(DatabaseConfiguration.inMemory("match"))));
        session.part(WorkshopImporter.class).importConfigured(configuration.workshop(), configuration.variables());
        return session;
    }

    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    <T> T part(Key<T> key) {
        return injector.getInstance(key);
    }

    @Override
    public void close() {
        part(Database.class).close();
    }

    private static final class Wiring extends AbstractModule {
        private final AppConfiguration configuration;

        Wiring(AppConfiguration configuration) {
            this.configuration = configuration;
        }

        @Override
        protected void configure() {
            bind(Clock.class).toInstance(Clock.systemUTC());
            bind(DatabaseConfiguration.class).toInstance(configuration.database());
            install(new IdentifierModule(configuration.identifier()));
            install(new ProfilesModule());
            bind(AccountStore.class).to(JdbiAccounts.class);
            bind(AccountJournal.class).to(AccountAudit.class);
            bind(AuditStore.class).to(JdbiAuditStore.class);
            OptionalBinder.newOptionalBinder(binder(), PartCounts.class)
                    .setBinding()
                    .to(JdbiLimitedParts.class);
            OptionalBinder.newOptionalBinder(binder(), ReleasePolicy.class)
                    .setBinding()
                    .toInstance(configuration.release());
        }
    }
}
