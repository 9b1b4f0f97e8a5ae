package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;
import org.keyway.profile.audit.AuditTrail;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.life.Revision;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** The floor of {@link TestWorkshop} without sets, with a clock that stands still and a check that objects when told to. */
final class LifeWorkshop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final Injector injector;
    private volatile Instant time = NOW;
    private volatile @Nullable String objection;

    LifeWorkshop() {
        this(ReleasePolicy.DEFAULT);
    }

    LifeWorkshop(ReleasePolicy policy) {
        this(policy, DatabaseConfiguration.inMemory(UUID.randomUUID().toString()));
    }

    LifeWorkshop(ReleasePolicy policy, DatabaseConfiguration database) {
        injector = Guice.createInjector(new ProfilesModule(), new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(new SetClock());
                bind(DatabaseConfiguration.class).toInstance(database);
                OptionalBinder.newOptionalBinder(binder(), ReleasePolicy.class)
                        .setBinding()
                        .toInstance(policy);
                Multibinder.newSetBinder(binder(), SubmissionCheck.class)
                        .addBinding()
                        .toInstance((set, version) -> objections());
            }
        });
        part(WorkshopImporter.class).load();
        importConfigured(TestWorkshop.FLOOR);
    }

    private final class SetClock extends Clock {
        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private List<SetProblem> objections() {
        String text = objection;
        return text == null ? List.of() : List.of(new SetProblem("", "KW-TEST-001", new Message(text, text)));
    }

    void object(String text) {
        objection = text;
    }

    void agree() {
        objection = null;
    }

    void setTime(Instant now) {
        time = now;
    }

    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    ParameterSetLife life() {
        return part(ParameterSetLife.class);
    }

    ParameterSetVersions versions() {
        return part(ParameterSetVersions.class);
    }

    AuditTrail audit() {
        return part(AuditTrail.class);
    }

    VersionRecord version(VersionRecord before) {
        return versions().find(before.name()).orElseThrow();
    }

    /** The states of a set's versions, the newest first. */
    List<LifeState> states(String set) {
        return versions().versions(set).stream().map(VersionRecord::state).toList();
    }

    WorkshopImporter.Outcome importFiles(String file, ImportTerms.Sets sets) {
        return part(WorkshopImporter.class)
                .importFiles(
                        List.of(new WorkshopText("floor.yaml", file)), Map.of(), new ImportTerms(sets, "Ida", "files"));
    }

    WorkshopImporter.Outcome importConfigured(String file) {
        return part(WorkshopImporter.class).importConfigured(List.of(new WorkshopText("floor.yaml", file)), Map.of());
    }

    /** What the crankcase gets on its machine now. */
    Optional<String> speed() {
        return speedOn("HMC-01");
    }

    Optional<String> speedOn(String machine) {
        return speed(machine, time);
    }

    Optional<String> speedAt(Instant at) {
        return speed("HMC-01", at);
    }

    private Optional<String> speed(String machine, Instant at) {
        MatchResult result =
                part(ParameterMatcher.class).match(new MatchRequest(TestWorkshop.crankcase(), machine, "OP20", at));
        return result instanceof MatchResult.Matched matched
                ? matched.values().stream()
                        .filter(value -> value.parameter().name().equals("spindleSpeed"))
                        .map(value -> value.value().toString())
                        .findFirst()
                : Optional.empty();
    }

    static ParameterSet set(String id, int speed) {
        return new ParameterSet(
                id,
                Scope.of(
                        Map.of(ScopeKey.PRODUCT, "CC-150", ScopeKey.MACHINE_CLASS, "HMC"), List.of(), Optional.empty()),
                Map.of("spindleSpeed", number(speed), "feedRate", number(100), "passes", number(2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ValueSource number(int number) {
        return new ValueSource.Constant(new BigDecimal(number), Optional.empty());
    }

    static Revision seen(VersionRecord version) {
        return new Revision(version.name(), version.revision());
    }

    static VersionRecord done(LifeOutcome outcome) {
        assertThat(outcome).isInstanceOf(LifeOutcome.Done.class);
        return ((LifeOutcome.Done) outcome).version();
    }

    static List<String> codes(LifeOutcome outcome) {
        assertThat(outcome).isInstanceOf(LifeOutcome.Refused.class);
        return ((LifeOutcome.Refused) outcome)
                .problems().stream().map(SetProblem::code).toList();
    }

    @Override
    public void close() {
        part(Database.class).close();
    }
}
