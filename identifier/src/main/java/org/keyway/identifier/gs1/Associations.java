package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/**
 * Which elements need each other and which exclude each other (GS1 General Specifications 4.13 and 4.14). A missing
 * partner is a warning, since it may stand on another symbol of the item; an excluded one is an error.
 */
final class Associations {
    private static final List<String> SERIAL_OPTIONAL = List.of("253", "255", "8003");
    private static final int KEY_DIGITS = 13;

    private Associations() {}

    static List<Issue> check(List<CheckedElement> elements) {
        List<Issue> issues = new ArrayList<>();
        Map<String, CheckedElement> byId = new LinkedHashMap<>();
        for (CheckedElement element : elements) {
            CheckedElement earlier = byId.putIfAbsent(element.identifier().id(), element);
            if (earlier != null && !earlier.value().equals(element.value())) {
                issues.add(IssueCode.REPEATED.issue(element.identifier().id(), Map.of()));
            }
        }
        byId.values().forEach(element -> {
            excluded(element.identifier(), byId.keySet(), issues);
            missing(element.identifier(), byId.keySet(), issues);
        });
        signatureWithoutSerial(byId, issues);
        return issues;
    }

    private static void excluded(ApplicationIdentifier identifier, Set<String> present, List<Issue> issues) {
        for (String pattern : identifier.excludes()) {
            for (String other : present) {
                if (!other.equals(identifier.id()) && matches(pattern, other)) {
                    issues.add(IssueCode.EXCLUDED.issue(identifier.id(), Map.of("other", other)));
                }
            }
        }
    }

    private static void missing(ApplicationIdentifier identifier, Set<String> present, List<Issue> issues) {
        for (List<List<String>> group : identifier.requires()) {
            boolean met = group.stream().anyMatch(set -> set.stream().allMatch(id -> contains(present, id)));
            if (!met) {
                String required = String.join(
                        " / ", group.stream().map(set -> String.join("+", set)).toList());
                issues.add(IssueCode.ASSOCIATION_MISSING.issue(identifier.id(), Map.of("required", required)));
            }
        }
    }

    /** A digital signature covers one item, so the key beside it needs its serial component. */
    private static void signatureWithoutSerial(Map<String, CheckedElement> byId, List<Issue> issues) {
        if (!byId.containsKey("8030")) {
            return;
        }
        for (String key : SERIAL_OPTIONAL) {
            CheckedElement element = byId.get(key);
            int bare = key.equals("8003") ? KEY_DIGITS + 1 : KEY_DIGITS;
            if (element != null && element.value().length() == bare) {
                issues.add(IssueCode.ASSOCIATION_MISSING.issue("8030", Map.of("required", key)));
            }
        }
    }

    private static boolean contains(Set<String> present, String pattern) {
        return pattern.indexOf('?') < 0
                ? present.contains(pattern)
                : present.stream().anyMatch(id -> matches(pattern, id));
    }

    private static boolean matches(String pattern, String id) {
        if (pattern.length() != id.length()) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (pattern.charAt(i) != '?' && pattern.charAt(i) != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
