package org.keyway.identifier.teach;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.teach.Proposal.Part;
import org.keyway.identifier.teach.Proposal.TaughtReading;

/** A proposal as it goes into {@code identifier.yaml}, with its reasons as comments. */
public final class Snippet {
    private Snippet() {}

    /** The text; loads as it is, and as one entry below {@code patterns:} of a file that has others. */
    public static String of(Proposal proposal) {
        StringBuilder yaml = new StringBuilder("patterns:\n");
        for (Issue reason : proposal.reasons()) {
            yaml.append("  # ").append(reason.message().en()).append('\n');
        }
        yaml.append("  - name: ").append(quoted(proposal.name())).append('\n');
        line(yaml, "expression", proposal.expression());
        proposal.check().ifPresent(check -> line(yaml, "check", check.id()));
        Optional<String> over = proposal.checkOver();
        over.ifPresent(group -> line(yaml, "checkOver", group));
        yaml.append("    readings:\n");
        for (TaughtReading reading : proposal.readings()) {
            yaml.append("      ").append(quoted(reading.sample())).append(": ").append(groups(reading.parts()));
            yaml.append('\n');
        }
        yaml.append("    counterexamples: [")
                .append(quoted(proposal.counterexample()))
                .append("]\n");
        return yaml.toString();
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static String groups(List<Part> parts) {
        return "{"
                + String.join(
                        ", ",
                        parts.stream()
                                .map(part -> part.group() + ": " + quoted(part.value()))
                                .toList()) + "}";
    }

    /** In single quotes everything printable stands for itself, save the quote. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
