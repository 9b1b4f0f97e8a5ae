package org.keyway.profile.life;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.SetProblem;
import org.keyway.profile.SubmissionCheck;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.ReleasedUses;
import org.keyway.profile.workshopfile.SetChecks;
import org.keyway.profile.workshopfile.StoredWorkshop;

/** Everything that is asked of the content of a version, against the workshop in force. */
final class DraftChecks {
    private final CurrentWorkshop current;
    private final Set<SubmissionCheck> further;

    @Inject
    DraftChecks(CurrentWorkshop current, Set<SubmissionCheck> further) {
        this.current = current;
        this.further = further;
    }

    /** What is wrong with a content by itself. */
    List<SetProblem> ofContent(ParameterSet set) {
        StoredWorkshop stored = new StoredWorkshop(
                things(), ids -> List.of(), current.names(), current.precedence(), Optional.empty(), ReleasedUses.NONE);
        return new SetChecks(stored).problems(set);
    }

    /** What stands against submitting or releasing a version: also the clashes with others. */
    List<SetProblem> ofRelease(VersionRecord version) {
        List<SetProblem> problems = new ArrayList<>(ofContent(version.set()));
        return problems.isEmpty() ? ofMeeting(version) : problems;
    }

    /** The clashes of a version with others by themselves. */
    List<SetProblem> ofMeeting(VersionRecord version) {
        List<SetProblem> problems = new ArrayList<>();
        further.forEach(check -> problems.addAll(check.check(version.set(), version.version())));
        return problems;
    }

    /** The workshop in force as far as sets are checked against it: profiles that no machine has reach no set. */
    private WorkshopContent things() {
        Workshop workshop = current.current();
        Map<String, MachineProfile> profiles = new LinkedHashMap<>();
        List<Machine> machines = List.copyOf(workshop.machines());
        machines.forEach(machine ->
                workshop.profile(machine.profile()).ifPresent(profile -> profiles.put(profile.id(), profile)));
        return new WorkshopContent(
                List.copyOf(workshop.families()),
                List.copyOf(workshop.products()),
                List.copyOf(profiles.values()),
                List.copyOf(workshop.stations()),
                machines,
                List.of());
    }
}
