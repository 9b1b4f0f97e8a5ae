package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.life.Revision;
import org.keyway.profile.life.SetComment;
import org.keyway.profile.life.VersionRecord;

/** A set from its draft to its end, by the people of a workshop. */
final class ParameterSetLifeTest extends LifeOfASet {
    @Test
    void aDraftCountsNowhereUntilSomebodyElseReleasesIt() {
        VersionRecord draft = draft(8000);
        assertThat(workshop.speed()).isEmpty();
        VersionRecord submitted = done(life().submit(LifeWorkshop.seen(draft), ANN));
        assertThat(workshop.speed()).isEmpty();
        VersionRecord released = done(life().release(LifeWorkshop.seen(submitted), BOB));

        assertThat(workshop.speed()).contains("8000");
        assertThat(released.state()).isEqualTo(LifeState.RELEASED);
        assertThat(released.created().by()).isEqualTo("Ann");
        assertThat(released.submitted().orElseThrow().by()).isEqualTo("Ann");
        assertThat(released.released().orElseThrow().by()).isEqualTo("Bob");
    }

    @Test
    void aReleaseTakesThePlaceOfTheVersionBefore() {
        VersionRecord first = released(8000);
        VersionRecord second = released(9000);
        assertThat(workshop.speed()).contains("9000");
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.basedOn()).contains(1);
        assertThat(workshop.version(first).state()).isEqualTo(LifeState.RETIRED);
    }

    @Test
    void whoEditedAVersionDoesNotReleaseIt() {
        VersionRecord draft = draft(8000);
        Change cid = new Change("Cid", "rounder");
        VersionRecord edited = done(life().edit(LifeWorkshop.seen(draft), LifeWorkshop.set("S", 8100), cid));
        VersionRecord submitted = done(life().submit(LifeWorkshop.seen(edited), ANN));
        for (Change editor : List.of(ANN, cid, new Change(" ann ", "faster"))) {
            assertThat(codes(life().release(LifeWorkshop.seen(submitted), editor)))
                    .containsExactly("KW-SET-005");
            assertThat(codes(life().schedule(LifeWorkshop.seen(submitted), LifeWorkshop.LATER, editor)))
                    .containsExactly("KW-SET-005");
            assertThat(codes(life().startTrial(LifeWorkshop.seen(submitted), new Canary("HMC-01", 3), editor)))
                    .containsExactly("KW-SET-005");
        }
        done(life().release(LifeWorkshop.seen(submitted), BOB));
    }

    @Test
    void aHouseOfOneMayReleaseItsOwnWork() {
        try (LifeWorkshop small = new LifeWorkshop(new ReleasePolicy(false))) {
            VersionRecord draft = done(small.life().create(LifeWorkshop.set("S", 8000), ANN));
            VersionRecord submitted = done(small.life().submit(LifeWorkshop.seen(draft), ANN));
            done(small.life().release(LifeWorkshop.seen(submitted), ANN));
            assertThat(small.speed()).contains("8000");
        }
    }

    @Test
    void ofTwoEditorsTheSecondIsToldWhoWasQuicker() {
        VersionRecord draft = draft(8000);
        done(life().edit(LifeWorkshop.seen(draft), LifeWorkshop.set("S", 8100), BOB));
        LifeOutcome late = life().edit(LifeWorkshop.seen(draft), LifeWorkshop.set("S", 8200), ANN);
        assertThat(late).isInstanceOf(LifeOutcome.Conflict.class);
        LifeOutcome.Conflict conflict = (LifeOutcome.Conflict) late;
        assertThat(conflict.problem().code()).isEqualTo("KW-SET-002");
        assertThat(conflict.problem().message().en()).contains("S v1", "Bob", "2026-11-23T08:00:00Z");
        assertThat(conflict.now().revision()).isEqualTo(2);
        assertThat(workshop.version(draft).set()).isEqualTo(LifeWorkshop.set("S", 8100));
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() {
        ParameterSet wrong = new ParameterSet(
                "S S",
                Scope.of(Map.of(ScopeKey.PRODUCT, "NONE", ScopeKey.MACHINE, "HMC-01"), List.of(), Optional.empty()),
                Map.of(
                        "spindleSpeed",
                        new ValueSource.Constant(new BigDecimal(99999), Optional.empty()),
                        "unheardOf",
                        new ValueSource.Constant(BigDecimal.ONE, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(0));
        LifeOutcome outcome = life().create(wrong, new Change(" ", ""));
        assertThat(((LifeOutcome.Refused) outcome).problems())
                .extracting(problem -> problem.path() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "by KW-SET-006",
                        "reason KW-SET-007",
                        "id KW-IMP-019",
                        "scope.product KW-IMP-009",
                        "effective.parts KW-IMP-007",
                        "values.spindleSpeed KW-IMP-013",
                        "values.unheardOf KW-IMP-016");
        assertThat(workshop.versions().versions("S S")).isEmpty();
    }

    @Test
    void aSubmittedVersionChangesNoMoreUnlessItIsRejected() {
        VersionRecord submitted = submitted(8000);
        assertThat(codes(life().edit(LifeWorkshop.seen(submitted), LifeWorkshop.set("S", 9000), ANN)))
                .containsExactly("KW-SET-004");
        VersionRecord rejected = done(life().reject(LifeWorkshop.seen(submitted), new Change("Bob", "too slow")));
        assertThat(rejected.state()).isEqualTo(LifeState.DRAFT);
        assertThat(rejected.submitted()).isEmpty();
        assertThat(workshop.versions().comments(rejected.name()))
                .extracting(SetComment::by, SetComment::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Bob", "too slow"));
        done(life().edit(LifeWorkshop.seen(rejected), LifeWorkshop.set("S", 9000), ANN));
    }

    @Test
    void oneVersionIsOpenAtATimeAndADiscardedOneKeepsItsNumber() {
        VersionRecord draft = draft(8000);
        LifeOutcome second = life().create(LifeWorkshop.set("S", 9000), BOB);
        assertThat(((LifeOutcome.Conflict) second).problem().code()).isEqualTo("KW-SET-003");
        done(life().discard(LifeWorkshop.seen(draft), ANN));
        assertThat(draft(9000).version()).isEqualTo(2);
        assertThat(workshop.versions().newest("", 10))
                .extracting(VersionRecord::version)
                .containsExactly(2);
    }

    @Test
    void aScheduledVersionTakesOverAtItsTimeByItself() {
        released(8000);
        VersionRecord submitted = submitted(9000);
        Instant at = LifeWorkshop.NOW.plus(Duration.ofHours(1));
        VersionRecord scheduled = done(life().schedule(LifeWorkshop.seen(submitted), at, BOB));
        assertThat(scheduled.releaseAt()).contains(at);
        assertThat(workshop.speedAt(at.minusMillis(1))).contains("8000");
        assertThat(workshop.speedAt(at)).contains("9000");

        assertThat(life().releaseDue()).isZero();
        workshop.setTime(at);
        assertThat(workshop.speedAt(at)).contains("9000");
        assertThat(life().releaseDue()).isEqualTo(1);
        assertThat(workshop.speedAt(at)).contains("9000");
        assertThat(workshop.states("S")).containsExactly(LifeState.RELEASED, LifeState.RETIRED);
        assertThat(workshop.version(scheduled).released().orElseThrow().by()).isEqualTo("Bob");
    }

    @Test
    void aScheduleCanBeWithdrawnUntilItsTimeAndNoLonger() {
        released(8000);
        Instant at = LifeWorkshop.NOW.plus(Duration.ofHours(1));
        VersionRecord scheduled = done(life().schedule(LifeWorkshop.seen(submitted(9000)), at, BOB));
        VersionRecord back = done(life().withdrawSchedule(LifeWorkshop.seen(scheduled), ANN));
        assertThat(back.state()).isEqualTo(LifeState.SUBMITTED);
        assertThat(workshop.speedAt(at)).contains("8000");

        VersionRecord again = done(life().schedule(LifeWorkshop.seen(back), at, BOB));
        workshop.setTime(at);
        assertThat(life().withdrawSchedule(LifeWorkshop.seen(again), ANN)).isInstanceOf(LifeOutcome.Conflict.class);
        assertThat(workshop.states("S")).containsExactly(LifeState.RELEASED, LifeState.RETIRED);
    }

    @Test
    void aScheduleIsNotWithdrawnUnderSetsThatWereReleasedInViewOfIt() {
        released(8000);
        VersionRecord scheduled = done(life().schedule(LifeWorkshop.seen(submitted(9000)), LifeWorkshop.LATER, BOB));
        ParameterSet like = LifeWorkshop.set("T", 9000);
        ParameterSet later = new ParameterSet(
                "T", like.scope(), like.values(), Optional.of(LifeWorkshop.LATER), Optional.empty(), Optional.empty());
        VersionRecord other = done(life().submit(LifeWorkshop.seen(done(life().create(later, ANN))), ANN));
        done(life().release(LifeWorkshop.seen(other), BOB));

        assertThat(codes(life().withdrawSchedule(LifeWorkshop.seen(scheduled), BOB)))
                .contains("KW-SET-040");
        assertThat(workshop.version(scheduled).state()).isEqualTo(LifeState.SCHEDULED);
    }

    @Test
    void aScheduleIsForTheNearFutureAndOneAtATime() {
        VersionRecord submitted = submitted(8000);
        for (Instant at : List.of(LifeWorkshop.NOW, Instant.MIN, Instant.MAX)) {
            assertThat(codes(life().schedule(LifeWorkshop.seen(submitted), at, BOB)))
                    .containsExactly("KW-SET-008");
        }
        done(life().schedule(LifeWorkshop.seen(submitted), LifeWorkshop.LATER, BOB));
        VersionRecord next = submitted(9000);
        assertThat(codes(life().release(LifeWorkshop.seen(next), BOB))).containsExactly("KW-SET-009");
    }

    @Test
    void nothingTakesThePlaceOfARetiredVersionAndItsContentComesBackAsANewOne() {
        VersionRecord first = released(8000);
        done(life().retire(LifeWorkshop.seen(first), BOB));
        assertThat(workshop.speed()).isEmpty();
        VersionRecord again = done(life().revert(first.name(), ANN));
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.state()).isEqualTo(LifeState.DRAFT);
        assertThat(again.set()).isEqualTo(first.set());
    }

    @Test
    void furtherChecksAreAskedAtSubmissionAndAgainAtRelease() {
        VersionRecord draft = draft(8000);
        workshop.object("clash with T v3");
        assertThat(codes(life().submit(LifeWorkshop.seen(draft), ANN))).containsExactly("KW-TEST-001");
        workshop.agree();
        VersionRecord submitted = done(life().submit(LifeWorkshop.seen(draft), ANN));
        workshop.object("clash with T v4");
        assertThat(codes(life().release(LifeWorkshop.seen(submitted), BOB))).containsExactly("KW-TEST-001");
        assertThat(workshop.speed()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() {
        Revision none = new Revision("S", 7, 1);
        assertThat(life().submit(none, ANN)).isInstanceOf(LifeOutcome.NotFound.class);
        assertThat(life().revert(none.version(), ANN)).isInstanceOf(LifeOutcome.NotFound.class);
        assertThat(life().comment(none.version(), "Ann", "hm")).isInstanceOf(LifeOutcome.NotFound.class);
        assertThat(life().trialEnded(none.version(), true, "done")).isInstanceOf(LifeOutcome.NotFound.class);
        assertThat(workshop.versions().diff(none.version(), none.version())).isEmpty();
    }

    @Test
    void commentsHaveALimitAndAnOrder() {
        VersionRecord draft = draft(8000);
        done(life().comment(draft.name(), "Bob", "why so fast?"));
        done(life().comment(draft.name(), "Ann", "new tool"));
        assertThat(codes(life().comment(draft.name(), "Ann", "x".repeat(2001)))).containsExactly("KW-SET-012");
        assertThat(workshop.versions().comments(draft.name()))
                .extracting(SetComment::text)
                .containsExactly("why so fast?", "new tool");
        assertThat(workshop.version(draft).revision()).isEqualTo(1);
    }
}
