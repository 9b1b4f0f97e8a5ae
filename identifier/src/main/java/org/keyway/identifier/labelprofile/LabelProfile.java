package org.keyway.identifier.labelprofile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.pattern.BoundedExpression;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IssueCode;

/**
 * A kind of label: how it is recognised among those that a scheme has read, and what its elements mean. Profiles are
 * shipped as resources; a site switches them on by name.
 */
public final class LabelProfile {
    private final String name;
    private final Set<String> schemes;
    private final List<ElementCondition> recognised;
    private final List<ElementCondition> required;
    private final Map<String, List<String>> roles;
    private final Map<String, String> attributes;
    private final Map<String, BoundedExpression> forms;

    LabelProfile(
            String name,
            Set<String> schemes,
            List<ElementCondition> recognised,
            List<ElementCondition> required,
            Map<String, List<String>> roles,
            Map<String, String> attributes,
            Map<String, BoundedExpression> forms) {
        this.name = name;
        this.schemes = Set.copyOf(schemes);
        this.recognised = List.copyOf(recognised);
        this.required = List.copyOf(required);
        this.roles = Map.copyOf(roles);
        this.attributes = Map.copyOf(attributes);
        this.forms = Map.copyOf(forms);
    }

    /**
     * A shipped profile.
     *
     * @throws IllegalArgumentException when there is none of this name; the message names those that there are
     */
    public static LabelProfile shipped(String name) {
        return ShippedProfiles.load(name).profile();
    }

    /** The name under which it is switched on. */
    public String name() {
        return name;
    }

    /** How particular it is: where several profiles recognise a label, the most particular counts. */
    int particularity() {
        return recognised.stream().mapToInt(ElementCondition::weight).sum();
    }

    boolean recognises(Claim claim) {
        return schemes.contains(claim.scheme())
                && recognised.stream().allMatch(condition -> condition.metBy(claim.elements()));
    }

    /** The claim with this profile's meaning, and with what a label of this kind lacks. */
    Claim meaning(Claim claim) {
        List<Element> elements = claim.elements();
        Map<String, String> stated = new HashMap<>(claim.attributes());
        for (Element element : elements) {
            String attribute = attributes.get(element.id());
            if (attribute != null) {
                stated.putIfAbsent(attribute, element.value());
            }
        }
        List<Issue> issues = new ArrayList<>(claim.issues());
        issues.addAll(lacking(elements));
        return new Claim(
                claim.scheme(),
                claim.strength(),
                claim.conformant(),
                elements,
                first("product", elements).map(part -> "part:" + part).or(claim::product),
                roles.containsKey("serial") ? first("serial", elements) : claim.serial(),
                roles.containsKey("lot") ? first("lot", elements) : claim.lot(),
                stated,
                issues);
    }

    private Optional<String> first(String role, List<Element> elements) {
        return roles.getOrDefault(role, List.of()).stream()
                .flatMap(id -> elements.stream().filter(element -> element.id().equals(id)))
                .map(Element::value)
                .findFirst();
    }

    private List<Issue> lacking(List<Element> elements) {
        List<Issue> issues = new ArrayList<>();
        for (ElementCondition condition : required) {
            if (!condition.metBy(elements)) {
                issues.add(IssueCode.PROFILE_ELEMENT_MISSING.issue(
                        String.join(" / ", condition.alternatives()), Map.of("profile", name)));
            }
        }
        for (Element element : elements) {
            BoundedExpression form = forms.get(element.id());
            if (form != null && !fits(form, element.value())) {
                issues.add(
                        IssueCode.PROFILE_FORM.issue(element.id(), Map.of("profile", name, "value", element.value())));
            }
        }
        return issues;
    }

    private static boolean fits(BoundedExpression form, String value) {
        try {
            return form.match(value).isPresent();
        } catch (BoundedExpression.TooCostlyException e) {
            return false;
        }
    }
}
