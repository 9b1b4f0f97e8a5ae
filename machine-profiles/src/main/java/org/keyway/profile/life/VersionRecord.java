package org.keyway.profile.life;

import java.time.Instant;
import java.util.Optional;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.SetVersion;

/**
 * A version of a parameter set and what became of it so far.
 *
 * @param revision counts the changes of this version, from 1; a change names the one that it was made upon
 * @param imported whether its content came from files, as a person left it
 * @param basedOn the version that was in force when it was begun
 * @param changed the last change of anything
 * @param reason of the last change; empty for versions from before reasons were asked for
 * @param released who released or scheduled it, or started its trial
 * @param releaseAt the time that its release was set for
 * @param trial on which machine, and for how many parts, where it is or was on trial
 */
public record VersionRecord(
        ParameterSet set,
        int version,
        int revision,
        LifeState state,
        boolean imported,
        Optional<Integer> basedOn,
        Signature created,
        Signature changed,
        String reason,
        Optional<Signature> submitted,
        Optional<Signature> released,
        Optional<Instant> releaseAt,
        Optional<Signature> retired,
        Optional<Canary> trial) {

    /** A new draft. */
    public static VersionRecord draft(
            ParameterSet set, int version, boolean imported, Optional<Integer> basedOn, Change change, Instant at) {
        Signature signature = new Signature(change.by(), at);
        return new VersionRecord(
                set,
                version,
                1,
                LifeState.DRAFT,
                imported,
                basedOn,
                signature,
                signature,
                change.reason(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public SetVersion name() {
        return new SetVersion(set.id(), version);
    }

    /** The next revision, in another state. */
    public VersionRecord into(LifeState next, Change change, Instant at) {
        Signature signature = new Signature(change.by(), at);
        boolean retires = next == LifeState.RETIRED || next == LifeState.DISCARDED;
        return new VersionRecord(
                set,
                version,
                revision + 1,
                next,
                imported,
                basedOn,
                created,
                signature,
                change.reason(),
                next == LifeState.DRAFT ? Optional.empty() : submitted,
                next.isOpen() ? Optional.empty() : released,
                next.isOpen() ? Optional.empty() : releaseAt,
                retires ? Optional.of(signature) : retired,
                trial);
    }

    /** The same with another content. */
    public VersionRecord withContent(ParameterSet content, boolean fromFile) {
        return new VersionRecord(
                content, version, revision, state, fromFile, basedOn, created, changed, reason, submitted, released,
                releaseAt, retired, trial);
    }

    /** The same, submitted by whoever changed it last. */
    VersionRecord asSubmitted() {
        return with(Optional.of(changed), released, releaseAt, trial);
    }

    /** The same, released by whoever changed it last. */
    public VersionRecord asReleased() {
        return with(submitted, Optional.of(changed), releaseAt, trial);
    }

    /** A new draft that is released at once by whoever made it. */
    public VersionRecord releasedAtOnce() {
        return new VersionRecord(
                set,
                version,
                revision,
                LifeState.RELEASED,
                imported,
                basedOn,
                created,
                changed,
                reason,
                Optional.empty(),
                Optional.of(changed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    VersionRecord asScheduled(Instant at) {
        return with(submitted, Optional.of(changed), Optional.of(at), trial);
    }

    VersionRecord asOnTrial(Canary canary) {
        return with(submitted, Optional.of(changed), releaseAt, Optional.of(canary));
    }

    private VersionRecord with(
            Optional<Signature> submission,
            Optional<Signature> release,
            Optional<Instant> planned,
            Optional<Canary> canary) {
        return new VersionRecord(
                set,
                version,
                revision,
                state,
                imported,
                basedOn,
                created,
                changed,
                reason,
                submission,
                release,
                planned,
                retired,
                canary);
    }
}
