package org.keyway.identifier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.identifier.gs1.Gs1Settings;
import org.keyway.identifier.handle.HandleSuffix;
import org.keyway.identifier.labelprofile.LabelProfile;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.pattern.RefusedPatternException;
import org.keyway.identifier.resolution.ResolutionConfiguration;

/**
 * What a site decides about its labels.
 *
 * @param patterns for codes of the site's own that stand in its file; others are accepted while labels are read ({@link
 *     org.keyway.identifier.pattern.LabelPatterns})
 * @param attributes which element states which attribute of the part, by element id ({@code 20}, {@code 2P}, a group's name)
 * @param handleSuffixes what the part after the slash of a Handle means, by prefix
 * @param requiredElements GS1 elements that every GS1 label must have, the counter-measure to scanners that lose separators
 * @param bareDataIdentifiers whether a label of a single field may begin with a data identifier although no envelope says
 *     so, as {@code P12345} does
 * @param resolution who is asked about labels that the local registry doesn't know
 * @param gs1 the table of application identifiers, and how strictly it is taken
 * @param profiles kinds of label that the site meets
 * @param rules rules about single schemes
 * @param longestValues how long the values of GS1 elements are at this site at most, by application identifier: a longer
 *     one has swallowed its neighbour when no separator arrived
 */
public record IdentifierConfiguration(
        List<LabelPattern> patterns,
        Map<String, String> attributes,
        List<HandleSuffix> handleSuffixes,
        Set<String> requiredElements,
        boolean bareDataIdentifiers,
        ResolutionConfiguration resolution,
        Gs1Settings gs1,
        List<LabelProfile> profiles,
        SchemeRules rules,
        Map<String, Integer> longestValues) {
    public IdentifierConfiguration {
        patterns = List.copyOf(patterns);
        attributes = Map.copyOf(attributes);
        handleSuffixes = List.copyOf(handleSuffixes);
        requiredElements = Set.copyOf(requiredElements);
        profiles = List.copyOf(profiles);
        longestValues = Map.copyOf(longestValues);
        refuseRepeats(patterns.stream().map(LabelPattern::name).toList());
        refuseRepeats(handleSuffixes.stream().map(HandleSuffix::prefix).toList());
        refuseRepeats(profiles.stream().map(LabelProfile::name).toList());
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
        for (int i = 0; i < patterns.size(); i++) {
            for (LabelPattern other : patterns.subList(0, i)) {
                patterns.get(i).overlap(other).ifPresent(issue -> {
                    throw new RefusedPatternException(issue);
                });
            }
        }
    }

    /** Standards only: no patterns, and variant and revision taken from where the standards put them. */
    public static IdentifierConfiguration standard() {
        return new IdentifierConfiguration(
                List.of(),
                Map.of("20", "variant", "2P", "revision"),
                List.of(),
                Set.of(),
                false,
                ResolutionConfiguration.NONE,
                Gs1Settings.standard(),
                List.of(),
                SchemeRules.standard(),
                Map.of());
    }

    /** A copy to change before it is built. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The same with these patterns. */
    public IdentifierConfiguration withPatterns(List<LabelPattern> changed) {
        return toBuilder().patterns(changed).build();
    }

    /** The same with this mapping from element to attribute. */
    public IdentifierConfiguration withAttributes(Map<String, String> changed) {
        return toBuilder().attributes(changed).build();
    }

    /** The same with these meanings of Handle suffixes. */
    public IdentifierConfiguration withHandleSuffixes(List<HandleSuffix> changed) {
        return toBuilder().handleSuffixes(changed).build();
    }

    /** The same with these GS1 elements required. */
    public IdentifierConfiguration withRequiredElements(Set<String> changed) {
        return toBuilder().requiredElements(changed).build();
    }

    /** The same with single fields read by their data identifier, or not. */
    public IdentifierConfiguration withBareDataIdentifiers(boolean changed) {
        return toBuilder().bareDataIdentifiers(changed).build();
    }

    /** The same with this resolution. */
    public IdentifierConfiguration withResolution(ResolutionConfiguration changed) {
        return toBuilder().resolution(changed).build();
    }

    /** The same with these settings for GS1 labels. */
    public IdentifierConfiguration withGs1(Gs1Settings changed) {
        return toBuilder().gs1(changed).build();
    }

    /** The same with these profiles switched on. */
    public IdentifierConfiguration withProfiles(List<LabelProfile> changed) {
        return toBuilder().profiles(changed).build();
    }

    /** The same with these rules about single schemes. */
    public IdentifierConfiguration withRules(SchemeRules changed) {
        return toBuilder().rules(changed).build();
    }

    /** The same with these longest values of GS1 elements. */
    public IdentifierConfiguration withLongestValues(Map<String, Integer> changed) {
        return toBuilder().longestValues(changed).build();
    }

    /** What is being decided; not safe for use by several threads. */
    public static final class Builder {
        private List<LabelPattern> patterns;
        private Map<String, String> attributes;
        private List<HandleSuffix> handleSuffixes;
        private Set<String> requiredElements;
        private boolean bareDataIdentifiers;
        private ResolutionConfiguration resolution;
        private Gs1Settings gs1;
        private List<LabelProfile> profiles;
        private SchemeRules rules;
        private Map<String, Integer> longestValues;

        private Builder(IdentifierConfiguration base) {
            patterns = base.patterns;
            attributes = base.attributes;
            handleSuffixes = base.handleSuffixes;
            requiredElements = base.requiredElements;
            bareDataIdentifiers = base.bareDataIdentifiers;
            resolution = base.resolution;
            gs1 = base.gs1;
            profiles = base.profiles;
            rules = base.rules;
            longestValues = base.longestValues;
        }

        public Builder patterns(List<LabelPattern> changed) {
            patterns = changed;
            return this;
        }

        public Builder attributes(Map<String, String> changed) {
            attributes = changed;
            return this;
        }

        public Builder handleSuffixes(List<HandleSuffix> changed) {
            handleSuffixes = changed;
            return this;
        }

        public Builder requiredElements(Set<String> changed) {
            requiredElements = changed;
            return this;
        }

        public Builder bareDataIdentifiers(boolean changed) {
            bareDataIdentifiers = changed;
            return this;
        }

        public Builder resolution(ResolutionConfiguration changed) {
            resolution = changed;
            return this;
        }

        public Builder gs1(Gs1Settings changed) {
            gs1 = changed;
            return this;
        }

        public Builder profiles(List<LabelProfile> changed) {
            profiles = changed;
            return this;
        }

        public Builder rules(SchemeRules changed) {
            rules = changed;
            return this;
        }

        public Builder longestValues(Map<String, Integer> changed) {
            longestValues = changed;
            return this;
        }

        /**
         * The configuration.
         *
         * @throws IllegalArgumentException when parts of it contradict each other
         */
        public IdentifierConfiguration build() {
            return new IdentifierConfiguration(
                    patterns,
                    attributes,
                    handleSuffixes,
                    requiredElements,
                    bareDataIdentifiers,
                    resolution,
                    gs1,
                    profiles,
                    rules,
                    longestValues);
        }
    }
}
