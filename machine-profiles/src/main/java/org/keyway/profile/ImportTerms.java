package org.keyway.profile;

/**
 * In whose name files are imported, and what becomes of the parameter sets in them.
 *
 * @param by who is to stand in the records
 * @param reason why
 */
public record ImportTerms(Sets sets, String by, String reason) {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REASON = 500;

    public ImportTerms {
        by = by.isBlank() ? "unknown" : by.strip();
        by = by.substring(0, Math.min(by.length(), LONGEST_NAME));
        reason = reason.isBlank() ? "import" : reason.strip();
        reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
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
