package org.keyway.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Reading;
import org.keyway.profile.SetVersion;

/** Something that happened to a job. The journal is made of these, and a job is what they add up to. */
public sealed interface JobEvent {
    record Received(String station, String data, Optional<String> symbology, Optional<String> requestId)
            implements JobEvent {}

    /** The label was read; {@code identity} is empty when it names no product that we know. */
    record Identified(Reading reading, Optional<ProductIdentity> identity) implements JobEvent {}

    /**
     * The values were found.
     *
     * @param derivation of each value for which there was something to choose, to compute or to add
     * @param order the order that the scan takes, if it takes one
     */
    record Matched(
            String machine,
            String operation,
            List<JobParameter> parameters,
            List<ValueDerivation> derivation,
            Optional<String> order)
            implements JobEvent {
        public Matched {
            // Journals from before the derivation was kept have none.
            derivation = List.copyOf(Objects.requireNonNullElse(derivation, List.of()));
            order = Objects.requireNonNullElse(order, Optional.empty());
        }

        /** Values for a scan that takes no order. */
        public Matched(
                String machine, String operation, List<JobParameter> parameters, List<ValueDerivation> derivation) {
            this(machine, operation, parameters, derivation, Optional.empty());
        }
    }

    /**
     * The intent to write to the machine; durable before the first write.
     *
     * @param counted the versions with a limited number of parts of which this job takes one
     */
    record Staging(List<SetVersion> counted) implements JobEvent {
        public Staging {
            // Entries from before parts were counted name none.
            counted = List.copyOf(Objects.requireNonNullElse(counted, List.of()));
        }

        /** The intent to write values of which none is counted. */
        public Staging() {
            this(List.of());
        }
    }

    /**
     * Everything is written, with the release flag false.
     *
     * @param before what the nodes held before, by parameter, for the trace
     */
    record Staged(Map<String, Object> before) implements JobEvent {}

    /**
     * Everything was read back equal to what was wanted, or the machine does not show what it holds.
     *
     * @param written what was written, in the machine's type and unit, in the order of the matched parameters
     * @param readBack what the machine said when asked afresh, in the same order; empty where it doesn't show it
     */
    record Verified(List<Object> written, List<Object> readBack) implements JobEvent {}

    /** The intent to release; durable, also against power loss, before the flag is written true. */
    record Releasing() implements JobEvent {}

    record Released() implements JobEvent {}

    /**
     * The machine took the job.
     *
     * @param found whether this was found out afterwards, on looking at the machine again
     */
    record Accepted(boolean found) implements JobEvent {}

    record Completed(List<JobResult> results) implements JobEvent {}

    record Refused(Problem problem) implements JobEvent {}

    /**
     * The job failed.
     *
     * @param parameters as far as they were written and read back
     */
    record Failed(Problem problem, List<JobParameter> parameters) implements JobEvent {}

    record Expired(Problem problem) implements JobEvent {}

    /**
     * This job needs several scans; the first follows.
     *
     * @param until the last must be there before
     */
    record Collecting(List<ScanCollection.Role> roles, Instant until) implements JobEvent {}

    /**
     * One of several scans fitted the role that was awaited.
     *
     * @param attributes what it adds to the identity of the part
     */
    record Collected(
            String role,
            String data,
            Optional<String> symbology,
            Optional<String> requestId,
            Reading reading,
            Map<String, Object> attributes)
            implements JobEvent {}

    /** A scan didn't fit the role that was awaited; what was collected stays. */
    record ScanRefused(String data, Optional<String> symbology, Optional<String> requestId, Problem problem)
            implements JobEvent {}

    /** The job was given up before anything was written to a machine. */
    record Cancelled(Problem problem) implements JobEvent {}

    /** The machine's release flag was seen false after a job had ended in doubt. */
    record MadeSafe() implements JobEvent {}

    /**
     * A job that had ended in doubt is taken for not machined, or for settled otherwise, on the word of two people.
     *
     * @param by who says so
     * @param witness who has looked at the machine too
     */
    record EndedByHand(String reason, String by, String witness) implements JobEvent {}
}
