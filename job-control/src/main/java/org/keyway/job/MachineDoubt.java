package org.keyway.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends by hand what a machine does not answer about: a job of which nobody can tell from here whether the machine has it. */
public interface MachineDoubt {
    /** What {@link #end} would end now; nothing where nobody's word can end it. */
    List<Doubt> open(String machine);

    /**
     * Something that only people can end.
     *
     * @param job in doubt; empty where it is an alarm of the machine itself
     * @param problem what is wrong
     * @param since when the job came to be as it is; empty where that is not on record
     */
    record Doubt(Optional<String> job, Problem problem, Optional<Instant> since) {}

    /**
     * Ends it, on the word of two people of whom one has looked at the machine. The jobs end as they stand, failed; the
     * machine takes jobs again.
     */
    Outcome end(String machine, Statement statement);

    /**
     * What they say.
     *
     * @param reason what was seen at the machine
     * @param by who says so
     * @param witness who has looked too, somebody else
     */
    record Statement(String reason, String by, String witness) {
        /** How long each may be, in characters. */
        public static final int LONGEST = 200;

        /** Whether there is a reason and there are two people. */
        public boolean isComplete() {
            return missing().isEmpty();
        }

        /** The names of those parts that can't be taken: of one person named twice, the second. */
        public List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (!fits(reason)) {
                missing.add("reason");
            }
            if (!fits(by)) {
                missing.add("by");
            }
            if (!fits(witness) || by.strip().equalsIgnoreCase(witness.strip())) {
                missing.add("witness");
            }
            return missing;
        }

        private static boolean fits(String text) {
            return !text.isBlank() && text.length() <= LONGEST;
        }
    }

    /** What became of it. */
    sealed interface Outcome {
        /** Nothing is in doubt any more; these jobs were. */
        record Ended(List<Job> jobs) implements Outcome {}

        /** It could not be ended. */
        record Refused(Problem problem) implements Outcome {}
    }
}
