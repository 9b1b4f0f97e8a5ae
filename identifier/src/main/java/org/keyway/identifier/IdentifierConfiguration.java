package org.keyway.identifier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.identifier.handle.HandleSuffix;
import org.keyway.identifier.pattern.LabelPattern;

/**
 * What a site decides about its labels.
 *
 * @param patterns for codes of the site's own
 * @param attributes which element states which attribute of the part, by element id ({@code 20}, {@code 2P}, a group's name)
 * @param handleSuffixes what the part after the slash of a Handle means, by prefix
 * @param requiredElements GS1 elements that every GS1 label must have, the counter-measure to scanners that lose separators
 * @param bareDataIdentifiers whether a label of a single field may begin with a data identifier although no envelope says
 *     so, as {@code P12345} does
 * @param longestValues how long the values of GS1 elements are at this site at most, by application identifier: a longer
 *     one has swallowed its neighbour when no separator arrived
 */
public record IdentifierConfiguration(
        List<LabelPattern> patterns,
        Map<String, String> attributes,
        List<HandleSuffix> handleSuffixes,
        Set<String> requiredElements,
        boolean bareDataIdentifiers,
        Map<String, Integer> longestValues) {
    public IdentifierConfiguration {
        patterns = List.copyOf(patterns);
        attributes = Map.copyOf(attributes);
        handleSuffixes = List.copyOf(handleSuffixes);
        requiredElements = Set.copyOf(requiredElements);
        longestValues = Map.copyOf(longestValues);
        if (longestValues.values().stream().anyMatch(longest -> longest < 1)) {
            throw new IllegalArgumentException("the longest value of an element has at least one character");
        }
        refuseRepeats(patterns.stream().map(LabelPattern::name).toList());
        refuseRepeats(handleSuffixes.stream().map(HandleSuffix::prefix).toList());
        refuseOverlaps(patterns);
    }

    private static void refuseRepeats(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                throw new IllegalArgumentException("configured twice: " + names.get(i));
            }
        }
    }

    private static void refuseOverlaps(List<LabelPattern> patterns) {
        for (LabelPattern pattern : patterns) {
            for (LabelPattern other : patterns) {
                if (pattern != other && pattern.examples().stream().anyMatch(other::matches)) {
                    throw new IllegalArgumentException(
                            "pattern " + other.name() + " also reads an example of pattern " + pattern.name());
                }
            }
        }
    }

    /** Standards only: no patterns, and variant and revision taken from where the standards put them. */
    public static IdentifierConfiguration standard() {
        return new IdentifierConfiguration(
                List.of(), Map.of("20", "variant", "2P", "revision"), List.of(), Set.of(), false, Map.of());
    }

    /** The same with these patterns. */
    public IdentifierConfiguration withPatterns(List<LabelPattern> changed) {
        return new IdentifierConfiguration(
                changed, attributes, handleSuffixes, requiredElements, bareDataIdentifiers, longestValues);
    }

    /** The same with this mapping from element to attribute. */
    public IdentifierConfiguration withAttributes(Map<String, String> changed) {
        return new IdentifierConfiguration(
                patterns, changed, handleSuffixes, requiredElements, bareDataIdentifiers, longestValues);
    }

    /** The same with these meanings of Handle suffixes. */
    public IdentifierConfiguration withHandleSuffixes(List<HandleSuffix> changed) {
        return new IdentifierConfiguration(
                patterns, attributes, changed, requiredElements, bareDataIdentifiers, longestValues);
    }

    /** The same with these GS1 elements required. */
    public IdentifierConfiguration withRequiredElements(Set<String> changed) {
        return new IdentifierConfiguration(
                patterns, attributes, handleSuffixes, changed, bareDataIdentifiers, longestValues);
    }

    /** The same, reading single fields by their data identifier or not. */
    public IdentifierConfiguration withBareDataIdentifiers(boolean changed) {
        return new IdentifierConfiguration(
                patterns, attributes, handleSuffixes, requiredElements, changed, longestValues);
    }

    /** The same with these limits to the lengths of GS1 values. */
    public IdentifierConfiguration withLongestValues(Map<String, Integer> changed) {
        return new IdentifierConfiguration(
                patterns, attributes, handleSuffixes, requiredElements, bareDataIdentifiers, changed);
    }
}
