package org.keyway.identifier.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/** One configured pattern as a scheme; silent where a pattern of higher priority reads the label. */
public final class PatternScheme implements IdentifierScheme {
    private final LabelPattern pattern;
    private final List<LabelPattern> before;
    private final String name;

    /**
     * The scheme of a pattern, named {@code pattern:} and the pattern's name.
     *
     * @param all patterns of the site, this one among them or not
     */
    public PatternScheme(LabelPattern pattern, List<LabelPattern> all) {
        this.pattern = pattern;
        this.before = all.stream()
                .filter(other -> other.priority() > pattern.priority())
                .toList();
        this.name = "pattern:" + pattern.name();
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        if (!pattern.appliesTo(label)) {
            return Optional.empty();
        }
        try {
            return pattern.groups(label.text()).filter(groups -> isFirst(label)).map(groups -> claim(label, groups));
        } catch (BoundedExpression.TooCostlyException e) {
            return Optional.of(Claim.refused(
                    name,
                    Strength.CONFIGURED,
                    List.of(),
                    List.of(IssueCode.PATTERN_TOO_COSTLY.issue(Map.of("pattern", pattern.name())))));
        }
    }

    private boolean isFirst(LabelText label) {
        return before.stream().noneMatch(other -> other.appliesTo(label) && other.matches(label.text()));
    }

    private Claim claim(LabelText label, Map<String, String> groups) {
        Map<String, String> roles = pattern.byRole(groups);
        Map<String, String> attributes = new HashMap<>(roles);
        attributes.keySet().removeAll(List.of(GroupRole.PRODUCT, GroupRole.SERIAL, GroupRole.LOT));
        List<Issue> issues = pattern.flaw(label.text(), groups)
                .map(group -> List.of(IssueCode.PATTERN_CHECK.issue(group, Map.of("pattern", pattern.name()))))
                .orElse(List.of());
        return new Claim(
                name,
                Strength.CONFIGURED,
                issues.isEmpty(),
                groups.entrySet().stream().map(this::element).toList(),
                Optional.ofNullable(roles.get(GroupRole.PRODUCT)).map(pattern::key),
                Optional.ofNullable(roles.get(GroupRole.SERIAL)),
                Optional.ofNullable(roles.get(GroupRole.LOT)),
                attributes,
                issues);
    }

    private Element element(Map.Entry<String, String> group) {
        return new Element(group.getKey(), pattern.role(group.getKey()).toUpperCase(Locale.ROOT), group.getValue());
    }
}
