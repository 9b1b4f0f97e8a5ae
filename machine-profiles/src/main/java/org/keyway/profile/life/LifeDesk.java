package org.keyway.profile.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.SetProblem;
import org.keyway.profile.SetVersion;
import org.keyway.profile.audit.ChangeAction;
import org.keyway.profile.life.LifeOutcome.Conflict;
import org.keyway.profile.life.LifeOutcome.Done;
import org.keyway.profile.life.LifeOutcome.NotFound;
import org.keyway.profile.life.LifeOutcome.Refused;
import org.keyway.profile.store.SetLedger;
import org.keyway.profile.store.SetTransaction;

/** Takes requests one at a time: checks them, keeps what came of them, and puts it in force. */
@Singleton
final class LifeDesk implements ParameterSetLife {
    private final SetLedger ledger;
    private final DraftChecks checks;
    private final ReleaseChecks releases;
    private final Publication publication;
    private final Clock clock;

    @Inject
    LifeDesk(SetLedger ledger, DraftChecks checks, ReleaseChecks releases, Publication publication, Clock clock) {
        this.ledger = ledger;
        this.checks = checks;
        this.releases = releases;
        this.publication = publication;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public List<SetProblem> problems(ParameterSet set) {
        return checks.ofContent(set);
    }

    @Override
    public LifeOutcome create(ParameterSet set, Change change) {
        List<SetProblem> problems = new ArrayList<>(ChangeChecks.of(change));
        problems.addAll(checks.ofContent(set));
        return problems.isEmpty() ? inTurn(false, tx -> begin(tx, set, change)) : new Refused(problems);
    }

    private LifeOutcome begin(SetTransaction tx, ParameterSet set, Change change) {
        List<VersionRecord> versions = tx.versions(set.id());
        Optional<VersionRecord> open =
                versions.stream().filter(version -> version.state().isOpen()).findFirst();
        if (open.isPresent()) {
            return new Conflict(LifeCode.OPEN_ALREADY.at("", facts(open.get())), open.get());
        }
        int last = versions.isEmpty() ? 0 : versions.get(0).version();
        VersionRecord draft = VersionRecord.draft(
                set, last + 1, false, released(versions).map(VersionRecord::version), change, now());
        tx.insert(draft, ChangeAction.CREATED);
        return new Done(draft);
    }

    private static Optional<VersionRecord> released(List<VersionRecord> versions) {
        return versions.stream()
                .filter(version -> version.state() == LifeState.RELEASED)
                .findFirst();
    }

    static Map<String, Object> facts(VersionRecord version) {
        return Map.of(
                "version", version.name(),
                "state", version.state(),
                "by", version.changed().by(),
                "at", version.changed().at());
    }

    @Override
    public LifeOutcome revert(SetVersion older, Change change) {
        return ledger.find(older).map(version -> create(version.set(), change)).orElseGet(() -> missing(older));
    }

    private static LifeOutcome missing(SetVersion version) {
        return new NotFound(LifeCode.NOT_FOUND.at("", Map.of("version", version)));
    }

    @Override
    public LifeOutcome edit(Revision draft, ParameterSet set, Change change) {
        List<SetProblem> problems = new ArrayList<>(checks.ofContent(set));
        if (!set.id().equals(draft.version().set())) {
            Map<String, String> facts = Map.of("set", draft.version().set(), "id", set.id());
            problems.add(LifeCode.OTHER_ID.at("id", facts));
        }
        return take(LifeStep.EDIT, draft, change, (tx, version) -> problems, next -> next.withContent(set, false));
    }

    @Override
    public LifeOutcome discard(Revision draft, Change change) {
        return take(LifeStep.DISCARD, draft, change, (tx, version) -> List.of(), next -> next);
    }

    @Override
    public LifeOutcome submit(Revision draft, Change change) {
        return take(
                LifeStep.SUBMIT, draft, change, (tx, version) -> checks.ofRelease(version), VersionRecord::asSubmitted);
    }

    @Override
    public LifeOutcome reject(Revision submitted, Change change) {
        Check said = (tx, version) -> {
            tx.comment(version.name(), change.by(), change.reason(), now());
            return List.of();
        };
        return take(LifeStep.REJECT, submitted, change, said, next -> next);
    }

    @Override
    public LifeOutcome release(Revision submitted, Change change) {
        return take(
                LifeStep.RELEASE,
                submitted,
                change,
                (tx, version) -> releases.problems(tx, version, change),
                VersionRecord::asReleased);
    }

    @Override
    public LifeOutcome schedule(Revision submitted, Instant at, Change change) {
        Check check = (tx, version) -> {
            List<SetProblem> problems = new ArrayList<>(releases.ofTime(at, now()));
            problems.addAll(releases.problems(tx, version, change));
            return problems;
        };
        return take(
                LifeStep.SCHEDULE,
                submitted,
                change,
                check,
                next -> next.asScheduled(at.truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public LifeOutcome withdrawSchedule(Revision scheduled, Change change) {
        return take(LifeStep.WITHDRAW_SCHEDULE, scheduled, change, releases::ofStaying, next -> next);
    }

    @Override
    public LifeOutcome retire(Revision released, Change change) {
        return take(LifeStep.RETIRE, released, change, (tx, version) -> List.of(), next -> next);
    }

    @Override
    public LifeOutcome startTrial(Revision submitted, Canary trial, Change change) {
        Check check = (tx, version) -> {
            List<SetProblem> problems = new ArrayList<>(releases.ofTrial(trial, version.set()));
            problems.addAll(releases.problems(tx, version, change));
            return problems;
        };
        return take(LifeStep.START_TRIAL, submitted, change, check, next -> next.asOnTrial(trial));
    }

    @Override
    public LifeOutcome promote(Revision onTrial, Change change) {
        return take(
                LifeStep.PROMOTE,
                onTrial,
                change,
                (tx, version) -> releases.problems(tx, version, change),
                VersionRecord::asReleased);
    }

    @Override
    public LifeOutcome withdrawTrial(Revision onTrial, Change change) {
        return take(LifeStep.WITHDRAW_TRIAL, onTrial, change, (tx, version) -> List.of(), next -> next);
    }

    @Override
    public LifeOutcome trialEnded(SetVersion version, boolean ok, String reason) {
        Optional<VersionRecord> found = ledger.find(version);
        if (found.isEmpty()) {
            return missing(version);
        }
        VersionRecord record = found.get();
        Change change = new Change(record.released().orElse(record.changed()).by(), reason);
        Revision revision = new Revision(version, record.revision());
        return ok ? promote(revision, change) : withdrawTrial(revision, change);
    }

    @Override
    public LifeOutcome comment(SetVersion version, String by, String text) {
        String author = by.strip();
        List<SetProblem> problems = ChangeChecks.ofComment(author, text.strip());
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        return inTurn(
                false,
                tx -> tx.find(version)
                        .map(found -> {
                            tx.comment(version, author, text.strip(), now());
                            return (LifeOutcome) new Done(found);
                        })
                        .orElseGet(() -> missing(version)));
    }

    @Override
    public int releaseDue() {
        return publication.inTurn(() -> {
            Set<String> settled = ledger.change(tx -> DueReleases.settle(tx, now()));
            publish(settled);
            return settled.size();
        });
    }

    /** Says what stands against a step, with the version as it is; what it keeps goes with the step. */
    private interface Check {
        List<SetProblem> problems(SetTransaction tx, VersionRecord version);
    }

    private LifeOutcome take(
            LifeStep step, Revision seen, Change change, Check check, Function<VersionRecord, VersionRecord> finish) {
        List<SetProblem> problems = ChangeChecks.of(change);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        return inTurn(step.changesWhatIsInForce(), tx -> {
            Optional<VersionRecord> found = tx.find(seen.version());
            return found.isEmpty()
                    ? missing(seen.version())
                    : stale(step, seen, found.get())
                            .orElseGet(() -> taken(tx, step, found.get(), change, check, finish));
        });
    }

    private static Optional<LifeOutcome> stale(LifeStep step, Revision seen, VersionRecord now) {
        if (now.revision() != seen.revision()) {
            return Optional.of(new Conflict(LifeCode.CHANGED_MEANWHILE.at("", facts(now)), now));
        }
        if (now.state() != step.from()) {
            Map<String, Object> facts = Map.of("version", now.name(), "state", now.state(), "wanted", step.from());
            return Optional.of(new Refused(List.of(LifeCode.WRONG_STATE.at("", facts))));
        }
        return Optional.empty();
    }

    private LifeOutcome taken(
            SetTransaction tx,
            LifeStep step,
            VersionRecord before,
            Change change,
            Check check,
            Function<VersionRecord, VersionRecord> finish) {
        List<SetProblem> problems = check.problems(tx, before);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        Instant at = now();
        if (step.to() == LifeState.RELEASED) {
            DueReleases.replace(tx, before, change, at);
        }
        VersionRecord after = finish.apply(before.into(step.to(), change, at));
        tx.update(before, after, step.action());
        return new Done(after);
    }

    /** Runs a change alone, after everything whose time has come; what it changes of what is in force is published. */
    private LifeOutcome inTurn(boolean publishes, Function<SetTransaction, LifeOutcome> work) {
        return publication.inTurn(() -> {
            Set<String> changed = new HashSet<>();
            LifeOutcome outcome = ledger.change(tx -> {
                changed.addAll(DueReleases.settle(tx, now()));
                return work.apply(tx);
            });
            if (publishes && outcome instanceof Done done) {
                changed.add(done.version().set().id());
            }
            publish(changed);
            return outcome;
        });
    }

    private void publish(Set<String> sets) {
        if (!sets.isEmpty()) {
            publication.sets(sets);
        }
    }
}
