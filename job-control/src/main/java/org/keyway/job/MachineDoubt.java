package org.keyway.job;

import java.util.List;

/** Ends by hand what a machine does not answer about: a job of which nobody can tell from here whether the machine has it. */
public interface MachineDoubt {
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
            return fits(reason) && fits(by) && fits(witness) && !by.strip().equalsIgnoreCase(witness.strip());
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
