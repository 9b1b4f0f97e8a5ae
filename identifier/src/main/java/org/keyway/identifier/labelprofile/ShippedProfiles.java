package org.keyway.identifier.labelprofile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.keyway.identifier.pattern.BoundedExpression;

/** The profiles that are shipped, from the resources beside this package. */
final class ShippedProfiles {
    static final List<String> NAMES =
            List.of("gbt-32007", "odette-gtl", "aiag", "gm-china", "hyundai-kia", "bosch-uaes");

    private static final List<String> ROLES = List.of("product", "serial", "lot");

    private ShippedProfiles() {}

    /** A profile with its test labels. */
    record Shipped(LabelProfile profile, List<ProfileTest> tests) {}

    /**
     * A label that a profile must read so.
     *
     * @param expected {@code product}, {@code serial}, {@code lot}, {@code issues} (codes, parted by blanks) or the name of
     *     an attribute; what is not named is not there, attributes aside
     */
    record ProfileTest(String label, Map<String, String> expected) {}

    static Shipped load(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "unknown label profile " + name + "; known: " + String.join(", ", NAMES));
        }
        try (InputStream in = ShippedProfiles.class.getResourceAsStream(name + ".properties")) {
            Properties lines = new Properties();
            lines.load(new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
            return new Shipped(profile(name, lines), tests(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelProfile profile(String name, Properties lines) {
        Map<String, List<String>> roles = new HashMap<>();
        for (String role : ROLES) {
            if (lines.containsKey(role)) {
                roles.put(role, words(lines.getProperty(role)));
            }
        }
        Map<String, BoundedExpression> forms = new HashMap<>();
        below("form.", lines).forEach((id, form) -> forms.put(id, new BoundedExpression(form)));
        return new LabelProfile(
                name,
                Set.copyOf(words(lines.getProperty("schemes"))),
                ElementCondition.all(lines.getProperty("recognised")),
                ElementCondition.all(lines.getProperty("required")),
                roles,
                below("attribute.", lines),
                forms);
    }

    private static List<ProfileTest> tests(Properties lines) {
        List<ProfileTest> tests = new ArrayList<>();
        for (int number = 1; lines.containsKey("test." + number + ".label"); number++) {
            Map<String, String> expected = below("test." + number + ".", lines);
            tests.add(new ProfileTest(Objects.requireNonNull(expected.remove("label")), Map.copyOf(expected)));
        }
        return tests;
    }

    private static Map<String, String> below(String prefix, Properties lines) {
        Map<String, String> found = new HashMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), lines.getProperty(key));
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
