package org.keyway.job.trial;

import org.keyway.job.Problem;

/** Sentences as the reason or the comment of a change keeps them: both languages, and nothing that no database would keep. */
final class ReasonText {
    private ReasonText() {}

    static String of(Problem problem, int longest) {
        return fitting(
                problem.code() + " " + problem.message().en() + " / "
                        + problem.message().zh(),
                longest);
    }

    /** As much of a text as fits, in whole characters. */
    static String fitting(String text, int longest) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints()
                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                .takeWhile(point -> kept.length() + Character.charCount(point) <= longest)
                .forEachOrdered(kept::appendCodePoint);
        return kept.toString();
    }
}
