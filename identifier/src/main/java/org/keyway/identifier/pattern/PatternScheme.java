package org.keyway.identifier.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Element;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/** One configured pattern as a scheme. */
public final class PatternScheme implements IdentifierScheme {
    private static final Set<String> ROLES = Set.of("product", "serial", "lot");

    private final LabelPattern pattern;
    private final String name;

    /** The scheme of a pattern, named {@code pattern:} and the pattern's name. */
    public PatternScheme(LabelPattern pattern) {
        this.pattern = pattern;
        this.name = "pattern:" + pattern.name();
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        try {
            return pattern.groups(label.text()).map(this::claim);
        } catch (BoundedExpression.TooCostlyException e) {
            return Optional.of(Claim.refused(
                    name,
                    Strength.CONFIGURED,
                    List.of(),
                    List.of(IssueCode.PATTERN_TOO_COSTLY.issue(Map.of("pattern", pattern.name())))));
        }
    }

    private Claim claim(Map<String, String> groups) {
        Map<String, String> attributes = new HashMap<>(groups);
        attributes.keySet().removeAll(ROLES);
        return new Claim(
                name,
                Strength.CONFIGURED,
                true,
                groups.entrySet().stream()
                        .map(group ->
                                new Element(group.getKey(), group.getKey().toUpperCase(Locale.ROOT), group.getValue()))
                        .toList(),
                Optional.ofNullable(groups.get("product")).map(pattern::key),
                Optional.ofNullable(groups.get("serial")),
                Optional.ofNullable(groups.get("lot")),
                attributes,
                List.of());
    }
}
