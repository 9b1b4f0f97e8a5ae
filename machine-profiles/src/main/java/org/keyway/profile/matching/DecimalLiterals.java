package org.keyway.profile.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the whole numbers of a CEL expression as decimals: {@code passes + 1} as {@code passes + 1.0}. */
final class DecimalLiterals {
    private static final String TEXT = "[rRbB]{0,2}(?:\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')";
    private static final String WORD = "[A-Za-z_]\\w*";
    private static final String NUMBER =
            "0[xX][0-9A-Fa-f]+[uU]?|\\d*\\.\\d+(?:[eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+|\\d+[uU]?";
    private static final Pattern TOKEN = Pattern.compile(TEXT + "|" + WORD + "|(" + NUMBER + ")");
    private static final Pattern WHOLE = Pattern.compile("\\d+");

    private DecimalLiterals() {}

    static String in(String expression) {
        return TOKEN.matcher(expression).replaceAll(token -> Matcher.quoteReplacement(decimal(token.group())));
    }

    private static String decimal(String token) {
        return WHOLE.matcher(token).matches() ? token + ".0" : token;
    }
}
