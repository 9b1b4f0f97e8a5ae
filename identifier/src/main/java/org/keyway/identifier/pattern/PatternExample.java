package org.keyway.identifier.pattern;

import java.util.Map;

/**
 * A code that a pattern must read.
 *
 * @param groups what these groups must say; groups that are not named may say anything
 */
public record PatternExample(String code, Map<String, String> groups) {
    public PatternExample {
        groups = Map.copyOf(groups);
    }
}
