package org.keyway.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.SchemeRules;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.vin.CheckDigitPolicy;

/**
 * What a site decides about single schemes, as an identifier file has it.
 *
 * <pre>
 * schemes:
 *   vinCheckDigit: by-origin        # require | warn | off
 *   handleHosts: [resolver.example.cn]
 *   handleAlias: false              # 15NVAA… counts as the Handle that its digits suggest
 *   identificationLinks:
 *     hosts: [id.maker.example]
 *     patterns: [{name: maker, expression: "…(?&lt;product&gt;…)…", key: part, examples: [...]}]
 *   ecode: [{name: …, expression: "…(?&lt;product&gt;…)", examples: [...]}]
 *   ma: [{name: …, expression: "MA\\.156\\.…(?&lt;product&gt;…)", examples: [...]}]
 *   bareItemIdentifiers: false
 * </pre>
 */
record SchemeRulesEntry(
        @Nullable String vinCheckDigit,
        @Nullable Set<String> handleHosts,
        @Nullable Boolean handleAlias,
        @Nullable LinksEntry identificationLinks,
        @Nullable List<CodeEntry> ecode,
        @Nullable List<CodeEntry> ma,
        @Nullable Boolean bareItemIdentifiers) {
    record LinksEntry(@Nullable Set<String> hosts, @Nullable List<CodeEntry> patterns) {}

    record CodeEntry(
            @Nullable String name,
            @Nullable String expression,
            @Nullable String key,
            @Nullable List<String> examples) {
        LabelPattern pattern(String kind) {
            PatternDraft draft = new PatternDraft(
                    IdentifierFile.required("name", name), IdentifierFile.required("expression", expression));
            draft.key(key == null ? kind : key);
            if (examples != null) {
                examples.forEach(draft::example);
            }
            return draft.load();
        }
    }

    /**
     * The rules, the usual ones where a key is absent.
     *
     * @throws IllegalArgumentException when a policy is none, or a pattern is none or misses its examples
     */
    SchemeRules rules() {
        SchemeRules usual = SchemeRules.standard();
        LinksEntry links = identificationLinks == null ? new LinksEntry(null, null) : identificationLinks;
        return new SchemeRules(
                vinCheckDigit == null ? usual.vinCheckDigit() : policy(vinCheckDigit),
                handleHosts == null ? usual.handleHosts() : handleHosts,
                Boolean.TRUE.equals(handleAlias),
                links.hosts() == null ? usual.linkHosts() : links.hosts(),
                patterns(links.patterns(), "iec61406"),
                patterns(ecode, "ecode"),
                patterns(ma, "ma"),
                Boolean.TRUE.equals(bareItemIdentifiers));
    }

    private static CheckDigitPolicy policy(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "by-origin" -> CheckDigitPolicy.BY_ORIGIN;
            case "require" -> CheckDigitPolicy.REQUIRE;
            case "warn" -> CheckDigitPolicy.WARN;
            case "off" -> CheckDigitPolicy.OFF;
            default ->
                throw new IllegalArgumentException(
                        "vinCheckDigit " + text + " is none of by-origin, require, warn, off");
        };
    }

    private static List<LabelPattern> patterns(@Nullable List<CodeEntry> entries, String kind) {
        return entries == null
                ? List.of()
                : entries.stream().map(entry -> entry.pattern(kind)).toList();
    }
}
