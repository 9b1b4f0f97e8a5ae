package org.keyway.identifier.pattern;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.LabelText;

/** Configured patterns under the name of the scheme whose codes they describe. */
public final class NamedPatterns {
    private final String scheme;
    private final List<PatternScheme> patterns;

    /** Patterns of one scheme; the first that reads a text counts. */
    public NamedPatterns(String scheme, List<LabelPattern> patterns) {
        this.scheme = scheme;
        this.patterns = patterns.stream()
                .map(pattern -> new PatternScheme(pattern, patterns))
                .toList();
    }

    /** The reading by the first pattern that fits; what a pattern refuses stays refused. */
    public Optional<Claim> read(LabelText label) {
        for (PatternScheme pattern : patterns) {
            Optional<Claim> claim = pattern.read(label);
            if (claim.isPresent()) {
                return claim.map(this::renamed);
            }
        }
        return Optional.empty();
    }

    private Claim renamed(Claim claim) {
        return new Claim(
                scheme,
                claim.strength(),
                claim.conformant(),
                claim.elements(),
                claim.product(),
                claim.serial(),
                claim.lot(),
                claim.attributes(),
                claim.issues());
    }
}
