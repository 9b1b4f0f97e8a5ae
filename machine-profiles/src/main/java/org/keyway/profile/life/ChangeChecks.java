package org.keyway.profile.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.profile.SetProblem;

/** What is asked of whoever changes something, whatever it is. */
public final class ChangeChecks {
    private static final int LONGEST_COMMENT = 2000;

    private ChangeChecks() {}

    /** Everything that is wrong with the name and the reason. */
    public static List<SetProblem> of(Change change) {
        List<SetProblem> problems = new ArrayList<>(ofName(change.by()));
        if (isWrong(change.reason(), Change.LONGEST_REASON)) {
            problems.add(LifeCode.NO_REASON.at("reason", Map.of("most", Change.LONGEST_REASON)));
        }
        return problems;
    }

    static List<SetProblem> ofComment(String by, String text) {
        List<SetProblem> problems = new ArrayList<>(ofName(by));
        if (isWrong(text, LONGEST_COMMENT)) {
            problems.add(LifeCode.WRONG_COMMENT.at("text", Map.of("most", LONGEST_COMMENT)));
        }
        return problems;
    }

    private static List<SetProblem> ofName(String by) {
        boolean wrong = isWrong(by, Change.LONGEST_NAME) || by.chars().anyMatch(Character::isISOControl);
        return wrong ? List.of(LifeCode.NO_NAME.at("by", Map.of("most", Change.LONGEST_NAME))) : List.of();
    }

    /** Text that no database would keep is wrong too: PostgreSQL has no zero character, UTF-8 no half of a pair. */
    private static boolean isWrong(String text, int longest) {
        return text.isBlank()
                || text.length() > longest
                || text.indexOf('\0') >= 0
                || text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
