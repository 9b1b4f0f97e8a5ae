package org.keyway.job.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Reading;
import org.keyway.job.JobEvent;
import org.keyway.job.JobParameter;
import org.keyway.job.Problem;
import org.keyway.job.ValueDerivation;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;

/** What is to be done about a scan, decided without asking the machine. */
sealed interface ScanPlan {
    /** What goes on record of the label. */
    List<JobEvent> identification();

    /** What goes on record after it. */
    List<JobEvent> outcome();

    /** Nothing may be written. */
    record Refuse(Optional<JobEvent.Identified> identified, Problem problem) implements ScanPlan {
        @Override
        public List<JobEvent> identification() {
            return identified.stream().map(JobEvent.class::cast).toList();
        }

        @Override
        public List<JobEvent> outcome() {
            return List.of(new JobEvent.Refused(problem));
        }
    }

    /**
     * These values go to this machine.
     *
     * @param order the order that the scan takes, if it takes one
     * @param anew plans afresh, for when the order, or a part that the match counts on, was taken meanwhile
     */
    record Deliver(
            Reading reading,
            ProductIdentity identity,
            MatchResult.Matched match,
            Optional<String> order,
            Supplier<ScanPlan> anew)
            implements ScanPlan {
        @Override
        public List<JobEvent> identification() {
            return List.of(new JobEvent.Identified(reading, Optional.of(identity)));
        }

        @Override
        public List<JobEvent> outcome() {
            return List.of(
                    matched(), new JobEvent.Staging(List.copyOf(match.counted().keySet())));
        }

        JobEvent.Matched matched() {
            return new JobEvent.Matched(
                    match.machine().id(),
                    match.operation(),
                    match.values().stream().map(Deliver::parameter).toList(),
                    match.values().stream()
                            .flatMap(value -> ValueDerivation.of(value).stream())
                            .toList(),
                    order);
        }

        List<Setpoint> setpoints() {
            return match.values().stream()
                    .map(value -> new Setpoint(value.parameter(), value.nodeValue()))
                    .toList();
        }

        private static JobParameter parameter(MatchedValue value) {
            return new JobParameter(
                    value.parameter().name(),
                    value.value(),
                    value.parameter().unit(),
                    value.source(),
                    value.parameter().node(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
    }
}
