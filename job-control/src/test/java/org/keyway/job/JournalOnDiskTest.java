package org.keyway.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;

/** The journal in its file, which an interrupted thread would close under everybody. */
final class JournalOnDiskTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private Injector injector;

    @BeforeEach
    void open() {
        injector = Guice.createInjector(
                new JobControlModule(), new ProfilesModule(), new IdentifierModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(new HandClock());
                        bind(DatabaseConfiguration.class)
                                .toInstance(DatabaseConfiguration.file(folder.resolve("keyway")));
                    }
                });
    }

    @AfterEach
    void close() {
        injector.getInstance(Database.class).close();
    }

    @Test
    void anInterruptedThreadLosesNoEntryClosesNothingAndStaysInterrupted() {
        Job before = received("A-1");
        Thread.currentThread().interrupt();

        Job during = onDisk(before);

        assertThat(Thread.interrupted()).isTrue();
        Job after = received("A-2");
        assertThat(List.of(during, after))
                .allSatisfy(job -> assertThat(jobs().find(job.id())).contains(job));
        assertThat(injector.getInstance(JournalVerification.class).verify())
                .isInstanceOfSatisfying(
                        JournalVerdict.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(3));
    }

    private Jobs jobs() {
        return injector.getInstance(Jobs.class);
    }

    private Job received(String data) {
        return recorder()
                .open(
                        injector.getInstance(JobIds.class).next(),
                        new JobEvent.Received("ST-10", data, Optional.empty(), Optional.empty()),
                        List.of());
    }

    private Job onDisk(Job job) {
        Problem problem =
                injector.getInstance(ProblemCatalogue.class).problem(JobCode.UNKNOWN_PRODUCT, Map.of("key", "A-1"));
        return recorder().recordOnDisk(job, new JobEvent.Refused(problem));
    }

    private JobRecorder recorder() {
        return injector.getInstance(JobRecorder.class);
    }
}
