package org.keyway.identifier.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression with named groups that gives up instead of running for long: on a text of more than
 * {@value #LONGEST} characters, and after looking at characters {@value #MOST_LOOKS} times, which is how backtracking shows.
 */
public final class BoundedExpression {
    /** No longer text is matched. In characters. */
    public static final int LONGEST = 512;

    static final int MOST_LOOKS = 50_000;
    private static final int LONGEST_EXPRESSION = 2_000;
    private static final int MOST_GROUPS = 32;
    private static final int MOST_REPETITIONS = 2_000;
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Pattern pattern;
    private final List<String> groups;

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException when it is none, or one too large to be bounded: more than 2,000 characters or 32
     *     groups, nested repetitions that come to more than 2,000
     */
    public BoundedExpression(String expression) {
        this.pattern = compile(expression);
        this.groups = groups(expression);
    }

    private static List<String> groups(String expression) {
        // Beside an empty alternative it matches at once, and can then be asked which names are those of groups: what
        // looks
        // like one may be escaped, quoted or in a comment.
        Matcher match = compiled("|" + expression).matcher("");
        match.lookingAt();
        List<String> found = new ArrayList<>();
        Matcher names = GROUP.matcher(expression);
        while (names.find()) {
            if (isGroup(match, names.group(1)) && !found.contains(names.group(1))) {
                found.add(names.group(1));
            }
            if (found.size() > MOST_GROUPS) {
                throw new PatternSyntaxException("more than " + MOST_GROUPS + " groups", expression, -1);
            }
        }
        return List.copyOf(found);
    }

    private static Pattern compile(String expression) {
        if (expression.length() > LONGEST_EXPRESSION) {
            throw new PatternSyntaxException("longer than " + LONGEST_EXPRESSION + " characters", "", -1);
        }
        if (RepetitionCount.of(expression) > MOST_REPETITIONS) {
            throw new PatternSyntaxException("repeats more than " + MOST_REPETITIONS + " times", expression, -1);
        }
        return compiled(expression);
    }

    private static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (StackOverflowError deepNesting) {
            throw new PatternSyntaxException("nested too deeply", expression, -1);
        }
    }

    private static boolean isGroup(Matcher match, String name) {
        try {
            match.start(name);
            return true;
        } catch (IllegalArgumentException noSuchGroup) {
            return false;
        }
    }

    /** The names of the groups, in the order of the expression. */
    public List<String> groups() {
        return groups;
    }

    /**
     * The groups that took part, when the whole text matches.
     *
     * @throws TooCostlyException when the expression would run for long
     */
    public Optional<Map<String, String>> match(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return match(new CountedText(text));
    }

    private Optional<Map<String, String>> match(CountedText text) {
        Matcher matcher = pattern.matcher(text);
        try {
            if (!matcher.matches()) {
                return Optional.empty();
            }
        } catch (StackOverflowError deepRepetition) {
            throw new TooCostlyException();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String group : groups) {
            @Nullable String value = matcher.group(group);
            if (value != null && !value.isEmpty()) {
                values.put(group, value);
            }
        }
        return Optional.of(values);
    }

    /** How often characters of the text were looked at until the match ended, whichever way. */
    int looks(String text) {
        CountedText counted = new CountedText(text);
        try {
            match(counted);
        } catch (TooCostlyException e) {
            return MOST_LOOKS - counted.left;
        }
        return MOST_LOOKS - counted.left;
    }

    /** The expression backtracked too often. */
    public static final class TooCostlyException extends RuntimeException {
        TooCostlyException() {
            super("the expression backtracks too often", null, false, false);
        }
    }

    /** Text that can be looked at only so many times. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int left = MOST_LOOKS;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooCostlyException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
