package org.keyway.profile.life;

import java.time.Instant;
import java.util.List;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.SetProblem;
import org.keyway.profile.SetVersion;

/**
 * Every change in the life of a parameter set. Each is all or nothing, is written into the audit together with its effect,
 * and names the revision that it is made upon: of two who change the same revision exactly one succeeds, the other is told
 * so.
 *
 * <p>{@code DRAFT → SUBMITTED → RELEASED → RETIRED}; a submitted version may be rejected, which makes it a draft again, and
 * may be scheduled or put on trial before it is released. A version whose content has counted anywhere is never changed. Nobody
 * releases what he edited himself, unless the {@link ReleasePolicy} says so.
 */
public interface ParameterSetLife {
    /** Begins a version; a new set when there is none of its id. One version of a set is open at a time. */
    LifeOutcome create(ParameterSet set, Change change);

    /** Everything that stands against keeping a set of this content, in the workshop as it is; changes nothing. */
    List<SetProblem> problems(ParameterSet set);

    /** Begins a version with the content of an older one. */
    LifeOutcome revert(SetVersion older, Change change);

    /** Gives a draft another content; the id stays. */
    LifeOutcome edit(Revision draft, ParameterSet set, Change change);

    /** Gives a draft up. */
    LifeOutcome discard(Revision draft, Change change);

    /** Hands a draft over to whoever releases it. */
    LifeOutcome submit(Revision draft, Change change);

    /** Makes a submitted version a draft again; the reason also becomes a comment. */
    LifeOutcome reject(Revision submitted, Change change);

    /** Puts a submitted version in force, at once, in place of the one before it. */
    LifeOutcome release(Revision submitted, Change change);

    /** Puts a submitted version in force at a time to come, to the millisecond. */
    LifeOutcome schedule(Revision submitted, Instant at, Change change);

    /** Takes a schedule back while its time has not come; the version is submitted again. */
    LifeOutcome withdrawSchedule(Revision scheduled, Change change);

    /** Ends a released version; nothing takes its place. */
    LifeOutcome retire(Revision released, Change change);

    /** Lets a submitted version count for the first parts of one machine. */
    LifeOutcome startTrial(Revision submitted, Canary trial, Change change);

    /** Releases a version on trial for everybody. */
    LifeOutcome promote(Revision onTrial, Change change);

    /** Ends a trial; the version is retired, since parts were made with it. */
    LifeOutcome withdrawTrial(Revision onTrial, Change change);

    /**
     * Ends a trial by its result, in the name of whoever started it: promotes the version, or withdraws it. A trial that is
     * over already stays as it is, and is refused.
     */
    LifeOutcome trialEnded(SetVersion version, boolean ok, String reason);

    /** Says something about a version, 1 to 2000 characters; the version stays as it is. */
    LifeOutcome comment(SetVersion version, String by, String text);

    /**
     * Writes over the states of versions whose time has come: the scheduled one is released, the one before it retired. The
     * match is right without it.
     *
     * @return how many
     */
    int releaseDue();
}
