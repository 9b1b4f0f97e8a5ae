package org.keyway.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.handle.HandleSuffix;
import org.keyway.identifier.pattern.LabelPattern;

/**
 * A file with what a site decides about its labels.
 *
 * <pre>
 * attributes: {"20": variant, "92": boreClass, 2P: revision}
 * patterns:
 *   - {name: casting, expression: "(?&lt;product&gt;C\\d{5})-(?&lt;serial&gt;\\d{6})", key: part, examples: [C12345-000001]}
 * handles:
 *   - {prefix: 88.118.7, expression: "(?&lt;product&gt;[^/]+)/(?&lt;serial&gt;.+)"}
 * required: ["21"]
 * longest: {"10": 12}
 * bareDataIdentifiers: false
 * </pre>
 */
public final class IdentifierFile {
    private IdentifierFile() {}

    private record Document(
            @Nullable Map<String, String> attributes,
            @Nullable List<PatternEntry> patterns,
            @Nullable List<HandleEntry> handles,
            @Nullable Set<String> required,
            @Nullable Boolean bareDataIdentifiers,
            @Nullable Map<String, Integer> longest) {}

    private record PatternEntry(
            @Nullable String name,
            @Nullable String expression,
            @Nullable String key,
            @Nullable List<String> examples) {}

    private record HandleEntry(
            @Nullable String prefix, @Nullable String expression) {}

    /** Reads a file. */
    static IdentifierConfiguration read(Path file) throws ConfigurationException {
        return checked(file.toString(), StrictYaml.read(file, Document.class));
    }

    /**
     * Reads a text.
     *
     * @param name what to call the text in an error
     */
    public static IdentifierConfiguration parse(String name, String yaml) throws ConfigurationException {
        return checked(name, StrictYaml.read(name, yaml, Document.class));
    }

    private static IdentifierConfiguration checked(String name, Document document) throws ConfigurationException {
        try {
            return configuration(document);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(name + ": " + e.getMessage());
        }
    }

    private static IdentifierConfiguration configuration(Document document) {
        IdentifierConfiguration usual = IdentifierConfiguration.standard();
        return new IdentifierConfiguration(
                patterns(document),
                document.attributes() == null ? usual.attributes() : document.attributes(),
                handles(document),
                document.required() == null ? Set.of() : document.required(),
                Boolean.TRUE.equals(document.bareDataIdentifiers()),
                document.longest() == null ? Map.of() : document.longest());
    }

    private static List<LabelPattern> patterns(Document document) {
        List<LabelPattern> patterns = new ArrayList<>();
        for (PatternEntry entry : document.patterns() == null ? List.<PatternEntry>of() : document.patterns()) {
            String name = required("name", entry.name());
            patterns.add(LabelPattern.of(
                    name,
                    required("expression", entry.expression()),
                    entry.key() == null ? "part" : entry.key(),
                    entry.examples() == null ? List.of() : entry.examples()));
        }
        return patterns;
    }

    private static List<HandleSuffix> handles(Document document) {
        List<HandleSuffix> handles = new ArrayList<>();
        for (HandleEntry entry : document.handles() == null ? List.<HandleEntry>of() : document.handles()) {
            handles.add(
                    HandleSuffix.of(required("prefix", entry.prefix()), required("expression", entry.expression())));
        }
        return handles;
    }

    private static String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
