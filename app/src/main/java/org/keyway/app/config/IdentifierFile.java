package org.keyway.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.Gs1Settings;
import org.keyway.identifier.handle.HandleSuffix;
import org.keyway.identifier.labelprofile.LabelProfile;
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
 * resolution: {hosts: […], sources: […]}     # see {@link ResolutionSection}
 * gs1Dictionary: gs1-syntax-dictionary.txt
 * zeroSuppressedGtin: false
 * profiles: [gbt-32007, bosch-uaes]
 * schemes: {vinCheckDigit: require}    # see {@link SchemeRulesEntry}
 * </pre>
 *
 * <p>{@code gs1Dictionary} names a GS1 Barcode Syntax Dictionary in GS1's own syntax, beside this file, that takes the
 * place of the built-in table.
 */
public final class IdentifierFile {
    private IdentifierFile() {}

    private record Document(
            @Nullable Map<String, String> attributes,
            @Nullable List<PatternEntry> patterns,
            @Nullable List<HandleEntry> handles,
            @Nullable Set<String> required,
            @Nullable Boolean bareDataIdentifiers,
            @Nullable ResolutionSection resolution,
            @Nullable String gs1Dictionary,
            @Nullable Boolean zeroSuppressedGtin,
            @Nullable List<String> profiles,
            @Nullable SchemeRulesEntry schemes,
            @Nullable Map<String, Integer> longest) {}

    private record HandleEntry(
            @Nullable String prefix, @Nullable String expression) {}

    /** Reads a file. */
    static IdentifierConfiguration read(Path file) throws ConfigurationException {
        Document document = StrictYaml.read(file, Document.class);
        return checked(file.toString(), document, file.resolveSibling(orEmpty(document.gs1Dictionary())));
    }

    /**
     * Reads a text.
     *
     * @param name what to call the text in an error
     */
    public static IdentifierConfiguration parse(String name, String yaml) throws ConfigurationException {
        Document document = StrictYaml.read(name, yaml, Document.class);
        return checked(name, document, Path.of(orEmpty(document.gs1Dictionary())));
    }

    private static String orEmpty(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static IdentifierConfiguration checked(String name, Document document, Path dictionary)
            throws ConfigurationException {
        try {
            IdentifierConfiguration configuration = configuration(document);
            return configuration.withGs1(gs1(document, dictionary, configuration.gs1()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(name + ": " + e.getMessage());
        }
    }

    private static IdentifierConfiguration configuration(Document document) {
        IdentifierConfiguration.Builder site = IdentifierConfiguration.standard().toBuilder();
        site.patterns(patterns(document)).handleSuffixes(handles(document));
        given(document.attributes(), site::attributes);
        given(document.required(), site::requiredElements);
        given(document.bareDataIdentifiers(), site::bareDataIdentifiers);
        given(
                document.profiles(),
                names -> site.profiles(names.stream().map(LabelProfile::shipped).toList()));
        given(document.schemes(), entry -> site.rules(entry.rules()));
        given(document.longest(), site::longestValues);
        given(document.resolution(), section -> site.resolution(section.configuration()));
        return site.build();
    }

    private static <T> void given(@Nullable T value, Consumer<T> decided) {
        if (value != null) {
            decided.accept(value);
        }
    }

    private static Gs1Settings gs1(Document document, Path dictionary, Gs1Settings usual)
            throws ConfigurationException {
        ApplicationIdentifiers identifiers =
                document.gs1Dictionary() == null ? usual.dictionary() : DictionaryFile.read(dictionary);
        return new Gs1Settings(identifiers, Boolean.TRUE.equals(document.zeroSuppressedGtin()));
    }

    private static List<LabelPattern> patterns(Document document) {
        List<LabelPattern> patterns = new ArrayList<>();
        for (PatternEntry entry : document.patterns() == null ? List.<PatternEntry>of() : document.patterns()) {
            patterns.add(entry.pattern());
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

    static String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
