package org.keyway.acceptance.store;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobControlModule;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobRecorder;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.OrderListener;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** Workshop and jobs on a database, as in a node that has neither machines nor pages. */
final class House implements AutoCloseable {
    private final Injector injector;
    private final Set<String> ordersElsewhere = ConcurrentHashMap.newKeySet();

    House(DatabaseConfiguration configuration) {
        injector = Guice.createInjector(
                new JobControlModule(), new ProfilesModule(), new IdentifierModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(Clock.systemUTC());
                        bind(DatabaseConfiguration.class).toInstance(configuration);
                        Multibinder.newSetBinder(binder(), OrderListener.class)
                                .addBinding()
                                .toInstance(new Orders());
                    }
                });
    }

    private final class Orders implements OrderListener {
        @Override
        public void orderChanged(BookedOrder order) {
            // Of its own changes a node knows.
        }

        @Override
        public void orderGone(BookedOrder last) {
            // Of its own changes a node knows.
        }

        @Override
        public void ordersChangedElsewhere(Set<String> machines) {
            ordersElsewhere.addAll(machines);
        }
    }

    /** The machines whose orders other nodes have changed. */
    Set<String> ordersElsewhere() {
        return ordersElsewhere;
    }

    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    Database database() {
        return part(Database.class);
    }

    /** Puts the stored workshop in force. */
    House loaded() {
        part(WorkshopImporter.class).load();
        return this;
    }

    /** Imports and releases files that must be right. */
    void release(String yaml) {
        importFile(yaml, true);
    }

    /** Imports files that must be right. */
    void importFile(String yaml, boolean release) {
        WorkshopImporter.Outcome outcome = part(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("floor.yaml", yaml)), Map.of(), release, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
    }

    /** Records a job that is refused at once; two entries. */
    Job refused(String data, Optional<String> request) {
        Problem problem = part(ProblemCatalogue.class).problem(JobCode.UNKNOWN_PRODUCT, Map.of("key", data));
        return part(JobRecorder.class)
                .open(
                        part(JobIds.class).next(),
                        new JobEvent.Received("ST-10", data, Optional.empty(), request),
                        List.of(new JobEvent.Refused(problem)));
    }

    @Override
    public void close() {
        database().close();
    }
}
