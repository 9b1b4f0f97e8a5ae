package org.keyway.profile;

/**
 * In whose name files are imported, and what becomes of the parameter sets in them.
 *
 * @param by who is to stand in the records
 * @param reason why
 * @param asks whether changes of things by which parts would get other values, or none, wait for somebody who confirms them
 */
public record ImportTerms(Sets sets, String by, String reason, boolean asks) {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REASON = 500;

    public ImportTerms {
        by = by.isBlank() ? "unknown" : by.strip();
        by = by.substring(0, Math.min(by.length(), LONGEST_NAME));
        reason = reason.isBlank() ? "import" : reason.strip();
        reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    /** Terms on which whatever is in the files is meant. */
    public ImportTerms(Sets sets, String by, String reason) {
        this(sets, by, reason, false);
    }

    /** What becomes of parameter sets. */
    public enum Sets {
        /** What differs from the newest version becomes a draft. */
        DRAFT,
        /** What differs from the released version is released at once, without a second person. */
        RELEASE,
        /**
         * What differs from every version that there ever was is released at once; for files that are imported again and again,
         * which must not undo what people released since.
         */
        RELEASE_IF_NEW
    }
}
