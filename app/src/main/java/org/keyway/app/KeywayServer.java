package org.keyway.app;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.keyway.app.config.AppConfiguration;
import org.keyway.job.Service;
import org.keyway.job.desk.CollectionWatch;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.order.OrderWatch;
import org.keyway.job.store.DatabaseHealth;
import org.keyway.job.store.JdbiJobJournal;
import org.keyway.job.trial.TrialWatch;
import org.keyway.opcua.autoid.ReaderFleet;
import org.keyway.opcua.link.DeviceClients;
import org.keyway.opcua.server.ShopFloorServer;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.matching.UnplacedSetException;
import org.keyway.profile.store.Database;
import org.keyway.terminal.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: database, workshop, OPC UA, machines, HTTP. Started in that order, stopped in reverse. */
public final class KeywayServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeywayServer.class);

    private final Injector injector;
    private final AppConfiguration configuration;
    private final Deque<Service> started = new ArrayDeque<>();

    private KeywayServer(Injector injector, AppConfiguration configuration) {
        this.injector = injector;
        this.configuration = configuration;
    }

    /**
     * Starts everything; when it returns, every address answers.
     *
     * @throws StartFailedException when a part can't start; what had started is stopped again
     */
    public static KeywayServer start(AppConfiguration configuration) throws StartFailedException {
        KeywayServer server = new KeywayServer(injector(configuration), configuration);
        try {
            server.startParts();
            return server;
        } catch (StartFailedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Injector injector(AppConfiguration configuration) throws StartFailedException {
        try {
            return Guice.createInjector(new AppModule(configuration));
        } catch (CreationException e) {
            throw new StartFailedException(Causes.sentence(e), e);
        }
    }

    private void startParts() throws StartFailedException {
        try {
            Service opcUa = injector.getInstance(ShopFloorServer.class);
            CompletableFuture<Void> opcUaStarted = CompletableFuture.runAsync(() -> run(opcUa));
            startPart(WorkshopWatch.class);
            importWorkshop();
            started.push(opcUa);
            opcUaStarted.join();
            startPart(ReleaseWatch.class);
            startPart(JdbiJobJournal.class);
            startPart(DatabaseHealth.class);
            startPart(TrialWatch.class);
            startPart(OrderWatch.class);
            startPart(DeviceClients.class);
            startPart(CollectionWatch.class);
            startPart(MachineFleet.class);
            startPart(ReaderFleet.class);
            startPart(HttpServer.class);
        } catch (ProvisionException | ConfigurationException | CompletionException e) {
            throw new StartFailedException(Causes.sentence(e), e);
        }
    }

    private void startPart(Class<? extends Service> part) {
        Service service = injector.getInstance(part);
        started.push(service);
        run(service);
    }

    private static void run(Service service) {
        try {
            service.start();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private void importWorkshop() throws StartFailedException {
        WorkshopImporter importer = injector.getInstance(WorkshopImporter.class);
        try {
            importer.load();
        } catch (UnplacedSetException e) {
            throw new StartFailedException(Causes.sentence(e), e);
        }
        if (configuration.workshop().isEmpty()) {
            return;
        }
        WorkshopImporter.Outcome outcome =
                importer.importConfigured(configuration.workshop(), configuration.variables());
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new StartFailedException("the workshop files are wrong:\n" + sentences(refused.problems()));
        }
    }

    /** One line for each problem of an import. */
    public static String sentences(List<ImportProblem> problems) {
        StringBuilder lines = new StringBuilder();
        for (ImportProblem problem : problems) {
            lines.append("%s: %s %s%n"
                    .formatted(
                            problem.place(), problem.code(), problem.message().en()));
        }
        return lines.toString().stripTrailing();
    }

    /** Where pages and API answer. */
    public URI http() {
        return injector.getInstance(HttpServer.class).address();
    }

    /** Where OPC UA clients connect. */
    public String opcUa() {
        return injector.getInstance(ShopFloorServer.class).url();
    }

    /** A part of the running server. */
    public <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            Service service = started.pop();
            try {
                service.stop();
            } catch (RuntimeException e) {
                LOG.warn("{} did not stop in good order", service.getClass().getSimpleName(), e);
            }
        }
        if (injector.getExistingBinding(com.google.inject.Key.get(Database.class)) != null) {
            injector.getInstance(Database.class).close();
        }
    }
}
