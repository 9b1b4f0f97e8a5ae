package org.keyway.job.trial;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.LimitedParts;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.ResultNode;
import org.keyway.profile.SetVersion;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.Signature;
import org.keyway.profile.life.VersionRecord;

/** Judges trials by their jobs on record, so that whatever was missed while nothing ran is made up for. */
final class TrialJudge {
    private static final int PAGE = 100;

    private final ParameterSetVersions versions;
    private final TrialEnd end;
    private final LimitedParts parts;
    private final Jobs jobs;
    private final WorkshopSource workshop;
    private final ProblemCatalogue problems;

    @Inject
    TrialJudge(
            ParameterSetVersions versions,
            TrialEnd end,
            LimitedParts parts,
            Jobs jobs,
            WorkshopSource workshop,
            ProblemCatalogue problems) {
        this.versions = versions;
        this.end = end;
        this.parts = parts;
        this.jobs = jobs;
        this.workshop = workshop;
        this.problems = problems;
    }

    /** Judges every trial under way by all of its jobs. */
    void judgeAll() {
        String after = "";
        List<VersionRecord> page;
        do {
            page = versions.in(LifeState.ON_TRIAL, after, PAGE);
            for (VersionRecord version : page) {
                judgeWhole(version);
                after = version.set().id();
            }
        } while (page.size() == PAGE);
    }

    /** Judges the trials of which a job that has ended was a part. */
    void judge(Job job) {
        for (SetVersion counted : job.counted()) {
            versions.find(counted)
                    .filter(version -> version.state() == LifeState.ON_TRIAL)
                    .ifPresent(version -> judge(version, job));
        }
    }

    private void judge(VersionRecord version, Job job) {
        Optional<Problem> bad = evidence(trial(version)).against(job);
        if (bad.isPresent()) {
            end.withdraw(version, bad.get());
        } else if (isUsedUp(version)) {
            judgeWhole(version);
        }
    }

    private void judgeWhole(VersionRecord version) {
        Canary trial = trial(version);
        TrialEvidence evidence = evidence(trial);
        List<Job> made = parts.jobs(version.name()).stream()
                .flatMap(id -> jobs.find(id).stream())
                .toList();
        Optional<Problem> bad = Stream.concat(made.stream(), failed(version, trial).stream())
                .flatMap(job -> evidence.against(job).stream())
                .findFirst();
        if (bad.isPresent()) {
            end.withdraw(version, bad.get());
        } else if (isUsedUp(version) && made.stream().allMatch(job -> job.state() == JobState.COMPLETED)) {
            decide(version, trial, made.stream().allMatch(evidence::isGood));
        }
    }

    private void decide(VersionRecord version, Canary trial, boolean good) {
        Map<String, Object> facts = Map.of("machine", trial.machine(), "parts", limit(version));
        if (good) {
            end.promote(version, problems.problem(JobCode.TRIAL_PASSED, facts));
        } else {
            end.leaveOpen(version, problems.problem(JobCode.TRIAL_NOT_MEASURED, facts));
        }
    }

    /** Jobs that failed at the machine have given their parts back; only their own record still names the version. */
    private List<Job> failed(VersionRecord version, Canary trial) {
        List<Job> found = new ArrayList<>();
        Optional<Instant> since = version.released().map(Signature::at);
        Optional<String> after = Optional.empty();
        List<Job> page;
        do {
            page = jobs.search(failures(trial.machine(), since, after));
            for (Job job : page) {
                after = Optional.of(job.id());
                if (job.counted().contains(version.name())) {
                    found.add(job);
                }
            }
        } while (page.size() == JobQuery.MAX_LIMIT);
        return found;
    }

    private static JobQuery failures(String machine, Optional<Instant> since, Optional<String> after) {
        return new JobQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(machine),
                Optional.of(JobState.FAILED),
                since,
                Optional.empty(),
                after,
                JobQuery.MAX_LIMIT);
    }

    private boolean isUsedUp(VersionRecord version) {
        return parts.taken(version.name()) >= limit(version);
    }

    /** A set may be limited itself; then the smaller number counts, as in the match. */
    private static int limit(VersionRecord version) {
        int onTrial = trial(version).parts();
        return version.set().parts().map(own -> Math.min(own, onTrial)).orElse(onTrial);
    }

    private static Canary trial(VersionRecord version) {
        return version.trial().orElseThrow(() -> new IllegalStateException("a trial without a machine"));
    }

    private TrialEvidence evidence(Canary trial) {
        Workshop current = workshop.current();
        List<ResultNode> results = current.machine(trial.machine())
                .flatMap(machine -> current.profile(machine.profile()))
                .map(profile -> profile.results())
                .orElse(List.of());
        return new TrialEvidence(trial.machine(), results, problems);
    }
}
