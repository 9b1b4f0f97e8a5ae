package org.keyway.identifier.pattern;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A code that a pattern must read.
 *
 * @param groups what these groups must say, in their order; groups that are not named may say anything
 */
public record PatternExample(String code, Map<String, String> groups) {
    public PatternExample {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }
}
