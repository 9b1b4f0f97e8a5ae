package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueSource;
import org.keyway.profile.audit.AuditQuestion;
import org.keyway.profile.audit.AuditRecord;
import org.keyway.profile.audit.AuditTrail;
import org.keyway.profile.audit.AuditVerdict;
import org.keyway.profile.audit.Difference;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.Revision;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.store.DatabaseConfiguration;

/** The life of sets and its audit, on each database. */
@EachDatabase
final class SetLifeTest {
    private static final Change ANN = new Change("Ann", "faster");
    private static final Change BOB = new Change("Bob", "looks right");

    private final DatabaseConfiguration configuration;
    private final House house;

    SetLifeTest(DatabaseKind kind) {
        configuration = kind.fresh();
        house = new House(configuration).loaded();
        house.release(Floor.with(Floor.set(8000)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ParameterSetLife life() {
        return house.part(ParameterSetLife.class);
    }

    private static ParameterSet set(int speed) {
        return new ParameterSet(
                "B-1-OP10",
                Scope.of(Map.of(ScopeKey.PRODUCT, "B-1", ScopeKey.MACHINE_CLASS, "MILL"), List.of(), Optional.empty()),
                Map.of("speed", new ValueSource.Constant(new BigDecimal(speed), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static VersionRecord done(LifeOutcome outcome) {
        assertThat(outcome).isInstanceOf(LifeOutcome.Done.class);
        return ((LifeOutcome.Done) outcome).version();
    }

    private static Revision seen(VersionRecord version) {
        return new Revision(version.name(), version.revision());
    }

    private VersionRecord submitted(int speed) {
        return done(life().submit(seen(done(life().create(set(speed), ANN))), ANN));
    }

    private Optional<Integer> speed() {
        return Floor.speed(house).map(BigDecimal::intValue);
    }

    private AuditVerdict audit() {
        return house.part(AuditTrail.class).verify(Optional.empty());
    }

    @Test
    void aDraftIsReleasedBySomebodyElseAndCountsAlsoAfterARestart() {
        VersionRecord submitted = submitted(9000);
        assertThat(life().release(seen(submitted), ANN)).isInstanceOf(LifeOutcome.Refused.class);
        assertThat(speed()).contains(8000);

        done(life().release(seen(submitted), BOB));

        assertThat(speed()).contains(9000);
        assertThat(house.part(ParameterSetVersions.class).versions("B-1-OP10"))
                .extracting(VersionRecord::state)
                .containsExactlyInAnyOrder(LifeState.RELEASED, LifeState.RETIRED);
        assertThat(audit()).isInstanceOf(AuditVerdict.Intact.class);
        house.close();
        try (House again = new House(configuration).loaded()) {
            assertThat(Floor.speed(again)).map(BigDecimal::intValue).contains(9000);
        }
    }

    @Test
    void ofTwoWhoChangeTheSameRevisionTheSecondIsToldOfTheFirst() {
        VersionRecord draft = done(life().create(set(9000), ANN));
        done(life().edit(seen(draft), set(9100), ANN));

        LifeOutcome late = life().edit(seen(draft), set(9200), BOB);

        assertThat(late)
                .isInstanceOfSatisfying(
                        LifeOutcome.Conflict.class,
                        conflict -> assertThat(conflict.now().set()).isEqualTo(set(9100)));
    }

    @Test
    void aScheduleATrialAndTheirWithdrawalAreKept() {
        VersionRecord scheduled =
                done(life().schedule(seen(submitted(9000)), Instant.now().plus(Duration.ofDays(1)), BOB));
        VersionRecord open = done(life().withdrawSchedule(seen(scheduled), BOB));

        VersionRecord trial = done(life().startTrial(seen(open), new Canary("M1", 3), BOB));
        assertThat(speed()).contains(9000);
        done(life().withdrawTrial(seen(trial), BOB));

        assertThat(speed()).contains(8000);
        assertThat(audit()).isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void theHistoryOfASetAndOfItsProductTellsEachChange() {
        done(life().retire(seen(done(life().release(seen(submitted(9000)), BOB))), BOB));

        AuditTrail audit = house.part(AuditTrail.class);
        List<AuditRecord> ofSet =
                audit.history(new AuditQuestion(AuditQuestion.Of.SET, "B-1-OP10", Optional.empty(), 50));
        List<AuditRecord> ofProduct =
                audit.history(new AuditQuestion(AuditQuestion.Of.PRODUCT, "B-1", Optional.empty(), 50));

        assertThat(ofSet).hasSizeGreaterThanOrEqualTo(5);
        assertThat(ofProduct).containsAll(ofSet).hasSize(ofSet.size() + 1);
        assertThat(speed()).isEmpty();
    }

    @Test
    void anEntryTellsFromWhatToWhatTheValuesWent() {
        VersionRecord draft = done(life().create(set(9000), ANN));
        done(life().edit(seen(draft), set(9100), ANN));

        AuditRecord last = house.part(AuditTrail.class)
                .history(new AuditQuestion(AuditQuestion.Of.SET, "B-1-OP10", Optional.empty(), 1))
                .get(0);

        assertThat(((Difference.Told) last.difference()).fields())
                .extracting(field -> field.sentence().en())
                .containsExactly("values › speed: 9000 → 9100");
    }

    @Test
    void aKeptDocumentThatWasChangedIsFound() {
        submitted(9000);
        house.database()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE thing_document SET document = REPLACE(document, '9000', '9001')"));

        assertThat(audit()).isInstanceOf(AuditVerdict.Broken.class);
    }

    @Test
    void anEntryThatWasChangedIsFound() {
        submitted(9000);
        house.database()
                .jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE change_log SET body = REPLACE(body, 'Ann', 'Eve') WHERE seq ="
                                + " (SELECT MAX(seq) FROM change_log)"));

        assertThat(audit()).isInstanceOf(AuditVerdict.Broken.class);
    }
}
