package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A GS1 Barcode Syntax Dictionary in GS1's own syntax: one line for one identifier, or for a range of them. */
final class SyntaxDictionary {
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_LINES = 20_000;

    private final List<String> warnings = new ArrayList<>();
    private int line;

    private SyntaxDictionary() {}

    static ApplicationIdentifiers read(String name, String text) {
        List<String> lines = text.lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("more than " + MOST_LINES + " lines");
        }
        SyntaxDictionary dictionary = new SyntaxDictionary();
        List<ApplicationIdentifier> identifiers = dictionary.identifiers(lines);
        DictionarySource source = new DictionarySource(name, DictionarySource.release(lines), dictionary.warnings);
        return new ApplicationIdentifiers(source, identifiers);
    }

    private List<ApplicationIdentifier> identifiers(List<String> lines) {
        List<ApplicationIdentifier> identifiers = new ArrayList<>();
        for (String written : lines) {
            line++;
            String content = written.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            String last = identifiers.isEmpty()
                    ? ""
                    : identifiers.get(identifiers.size() - 1).id();
            try {
                List<ApplicationIdentifier> entry = entry(content);
                SyntaxEntry.expect(entry.get(0).id().compareTo(last) > 0, "not in ascending order", content);
                identifiers.addAll(entry);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
            }
        }
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("no application identifier in it");
        }
        return identifiers;
    }

    private List<ApplicationIdentifier> entry(String content) {
        if (content.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("longer than " + LONGEST_LINE + " characters");
        }
        return new SyntaxEntry(content, this::rule).identifiers();
    }

    private Optional<Rule> rule(String linter) {
        Optional<Rule> rule = Rule.ofLinter(linter);
        if (rule.isEmpty()) {
            warnings.add("line " + line + ": linter " + linter + " is unknown here and not judged");
        }
        return rule;
    }
}
