package org.keyway.profile.life;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.Scope;
import org.keyway.profile.SetProblem;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.SetTransaction;

/** What is asked before a version counts anywhere. */
final class ReleaseChecks {
    private static final int MOST_TRIAL_PARTS = 100_000;
    private static final Duration FARTHEST = Duration.ofDays(3653);

    private final DraftChecks checks;
    private final ReleasePolicy policy;
    private final WorkshopSource workshop;

    @Inject
    ReleaseChecks(DraftChecks checks, ReleasePolicy policy, WorkshopSource workshop) {
        this.checks = checks;
        this.policy = policy;
        this.workshop = workshop;
    }

    /** Everything that stands against it that this person lets the version count. */
    List<SetProblem> problems(SetTransaction tx, VersionRecord version, Change change) {
        List<SetProblem> problems = new ArrayList<>();
        boolean ownWork = tx.editors(version).stream().anyMatch(change.by()::equalsIgnoreCase);
        if (policy.fourEyes() && ownWork) {
            problems.add(LifeCode.OWN_WORK.at("by", Map.of("by", change.by(), "version", version.name())));
        }
        tx.versions(version.set().id()).stream()
                .filter(other -> other.version() != version.version())
                .filter(other -> other.state() == LifeState.SCHEDULED || other.state() == LifeState.ON_TRIAL)
                .forEach(other -> problems.add(LifeCode.ANOTHER_COMES.at("", LifeDesk.facts(other))));
        problems.addAll(checks.ofRelease(version));
        return problems;
    }

    List<SetProblem> ofTime(Instant at, Instant now) {
        return at.isAfter(now) && at.isBefore(now.plus(FARTHEST))
                ? List.of()
                : List.of(LifeCode.NOT_IN_THE_FUTURE.at("at", Map.of("at", at)));
    }

    /** What the version in force, which stays when a schedule is withdrawn, clashes with: it was to be gone by then. */
    List<SetProblem> ofStaying(SetTransaction tx, VersionRecord scheduled) {
        return tx.versions(scheduled.set().id()).stream()
                .filter(version -> version.state() == LifeState.RELEASED)
                .flatMap(staying -> checks.ofMeeting(staying).stream())
                .toList();
    }

    List<SetProblem> ofTrial(Canary trial, ParameterSet set) {
        List<SetProblem> problems = new ArrayList<>();
        if (trial.parts() < 1 || trial.parts() > MOST_TRIAL_PARTS) {
            problems.add(LifeCode.WRONG_PARTS.at("parts", Map.of("most", MOST_TRIAL_PARTS)));
        }
        Optional<Machine> machine = workshop.current().machine(trial.machine());
        if (machine.filter(found -> reaches(set.scope(), found)).isEmpty()) {
            Map<String, String> facts = Map.of("set", set.id(), "machine", trial.machine());
            problems.add(LifeCode.NOT_ON_MACHINE.at("machine", facts));
        }
        machine.flatMap(found -> workshop.current().profile(found.profile()))
                .map(profile -> unknown(set, profile))
                .filter(unknown -> !unknown.isEmpty())
                .ifPresent(unknown -> problems.add(LifeCode.NOT_TAKEN_BY_MACHINE.at(
                        "machine",
                        Map.of(
                                "set",
                                set.id(),
                                "machine",
                                trial.machine(),
                                "parameters",
                                String.join(", ", unknown)))));
        return problems;
    }

    /** What a trial on machines of a profile would not try. */
    private static List<String> unknown(ParameterSet set, MachineProfile profile) {
        Set<String> known = profile.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        return set.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
    }

    private static boolean reaches(Scope scope, Machine machine) {
        return scope.machine().map(machine.id()::equals).orElse(true)
                && scope.machineClass().map(machine.machineClass()::equals).orElse(true);
    }
}
