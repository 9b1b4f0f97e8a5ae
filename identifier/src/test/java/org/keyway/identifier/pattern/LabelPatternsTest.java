package org.keyway.identifier.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.pattern.PatternChange.Accepted;
import org.keyway.identifier.pattern.PatternChange.Configured;
import org.keyway.identifier.pattern.PatternChange.Full;
import org.keyway.identifier.pattern.PatternChange.Overtaken;
import org.keyway.identifier.pattern.PatternChange.Refused;
import org.keyway.identifier.pattern.PatternChange.Withdrawn;

final class LabelPatternsTest {
    private static final IdentifierConfiguration SITE = IdentifierConfiguration.standard()
            .withPatterns(List.of(LabelPattern.of("house", "(?<product>H[0-9]{3})", List.of("H123"))));

    private final Injector injector = Labels.injector(SITE);
    private final LabelPatterns patterns = injector.getInstance(LabelPatterns.class);
    private final ScanParser parser = injector.getInstance(ScanParser.class);

    private static PatternDefinition definition(String name, String expression, String... examples) {
        return LabelPattern.of("draft", expression, List.of(examples))
                .definition()
                .named(name);
    }

    private static PatternDefinition traveller() {
        return definition("traveller", "(?<product>T[0-9]{3})\\*(?<lot>L[0-9]+)\\*(?<serial>[0-9]+)", "T150*L7*0042");
    }

    private String scheme(String label) {
        Identification read = parser.parse(Scan.of(label));
        return ((Identified) read).reading().scheme();
    }

    private long accepted(PatternDefinition definition) {
        PatternChange change = patterns.create(definition);
        assertThat(change).isInstanceOf(Accepted.class);
        return ((Accepted) change).pattern().acceptance().orElseThrow().version();
    }

    private static Optional<String> refusal(PatternChange change) {
        return change instanceof Refused refused ? Optional.of(refused.issue()).map(Issue::code) : Optional.empty();
    }

    @Test
    void anAcceptedPatternReadsTheNextLabelAndAWithdrawnOneNoMore() {
        assertThat(scheme("T151*L8*0043")).isEqualTo("plain");

        long version = accepted(traveller());

        Identified read = (Identified) parser.parse(Scan.of("T151*L8*0043"));
        assertThat(read.reading().scheme()).isEqualTo("pattern:traveller");
        assertThat(read.reading().product()).contains("part:T151");
        assertThat(read.reading().lot()).contains("L8");
        assertThat(read.reading().serial()).contains("0043");
        assertThat(scheme("H999")).isEqualTo("pattern:house");

        assertThat(patterns.withdraw("traveller", version)).isInstanceOf(Withdrawn.class);
        assertThat(scheme("T151*L8*0043")).isEqualTo("plain");
        assertThat(patterns.named("traveller")).isEmpty();
    }

    @Test
    void aPatternThatAConfiguredOneWouldBeRefusedForIsRefusedAndChangesNothing() {
        PatternDefinition good = traveller();

        assertThat(refusal(patterns.create(good.withExpression("(")))).contains("KW-ID-241");
        assertThat(refusal(patterns.create(good.withExpression("(?<lot>.*)")))).contains("KW-ID-243");
        assertThat(refusal(patterns.create(good.withExpression("(?<product>T)"))))
                .contains("KW-ID-246");
        assertThat(refusal(patterns.create(good.withExpression("(?<product>(x+x+)+y)|(?<serial>.*)"))))
                .contains("KW-ID-246");
        assertThat(refusal(patterns.create(good.named("a b")))).contains("KW-ID-245");
        assertThat(refusal(patterns.create(definition("wide", "(?<product>.+)", "x"))))
                .contains("KW-ID-249");

        assertThat(patterns.all()).extracting(SitePattern::name).containsExactly("house");
        assertThat(scheme("T151*L8*0043")).isEqualTo("plain");
    }

    @Test
    void aPatternMayNotReadTheTestCodeOfAnAcceptedOneButMayReplaceIt() {
        long version = accepted(traveller());
        PatternDefinition twin = traveller().named("twin");
        assertThat(refusal(patterns.create(twin))).contains("KW-ID-249");

        PatternDefinition wider = traveller().withExpression("(?<product>T[0-9]{3})\\*(?<lot>L[0-9]+)\\*(?<serial>.+)");
        assertThat(patterns.replace(wider, version)).isInstanceOf(Accepted.class);

        assertThat(scheme("T151*L8*ABC")).isEqualTo("pattern:traveller");
        assertThat(patterns.version("traveller"))
                .hasValueSatisfying(now -> assertThat(now).isGreaterThan(version));
    }

    @Test
    void aChangeOfAVersionThatIsNoMoreIsOvertaken() {
        long version = accepted(traveller());

        assertThat(patterns.create(traveller())).isInstanceOf(Overtaken.class);
        assertThat(patterns.replace(traveller(), version - 1)).isInstanceOf(Overtaken.class);
        assertThat(patterns.withdraw("traveller", version - 1)).isInstanceOf(Overtaken.class);
        assertThat(patterns.replace(traveller().named("other-name"), version)).isInstanceOf(Overtaken.class);

        assertThat(patterns.replace(traveller(), version)).isInstanceOf(Accepted.class);
        assertThat(patterns.withdraw("traveller", version)).isInstanceOf(Overtaken.class);
        assertThat(scheme("T151*L8*0043")).isEqualTo("pattern:traveller");
    }

    @Test
    void aConfiguredPatternIsNotChangedByAcceptance() {
        PatternDefinition house = traveller().named("house");

        assertThat(patterns.create(house)).isInstanceOf(Configured.class);
        assertThat(patterns.replace(house, 1)).isInstanceOf(Configured.class);
        assertThat(patterns.withdraw("house", 1)).isInstanceOf(Configured.class);
        assertThat(patterns.named("house"))
                .hasValueSatisfying(pattern -> assertThat(pattern.acceptance()).isEmpty());
    }

    @Test
    void noMorePatternsAreAcceptedThanCanBeAskedAboutEveryLabel() {
        for (int i = 0; i < LabelPatterns.MOST_ACCEPTED; i++) {
            accepted(definition("p" + i, "(?<product>N" + i + "Z)", "N" + i + "Z"));
        }

        assertThat(patterns.create(traveller())).isInstanceOf(Full.class);
        assertThat(scheme("N99Z")).isEqualTo("pattern:p99");
    }

    @Test
    void whatHasComeToClashWithTheConfigurationIsPutAsideAndSaysSo() {
        MemoryPatternStore store = new MemoryPatternStore();
        LabelPatterns before = new LabelPatterns(IdentifierConfiguration.standard(), store, Clock.systemUTC());
        before.create(definition("house", "(?<product>other)", "other"));
        before.create(definition("wide", "(?<product>H[0-9]+)", "H1"));
        before.create(traveller());

        LabelPatterns after = new LabelPatterns(SITE, store, Clock.systemUTC());

        assertThat(after.all())
                .extracting(pattern ->
                        pattern.name() + pattern.fault().map(Issue::code).orElse(""))
                .containsExactly("house", "houseKW-ID-240", "traveller", "wideKW-ID-249");
        assertThat(after.schemes()).hasSize(2);
        long aside = after.version("house").orElseThrow();
        assertThat(after.withdraw("house", aside)).isInstanceOf(Withdrawn.class);
        assertThat(after.named("house"))
                .hasValueSatisfying(pattern -> assertThat(pattern.acceptance()).isEmpty());
    }

    @Test
    void aDefinitionSaysAllThatThePatternIs() {
        PatternDraft draft = new PatternDraft("full", "(?<mat>[A-Z]+)-(?<nr>[0-9]{4})")
                .key("plain")
                .priority(3)
                .stations(Set.of("ST-10"))
                .symbologies(Set.of("]d"))
                .roles(Map.of("mat", "product", "nr", "serial"))
                .check(CheckRule.MOD10)
                .checkOver("nr")
                .caseFold(true)
                .maxLength(20)
                .example(new PatternExample("AB-1236", Map.of("mat", "AB")))
                .counterexample("AB-12");

        PatternDefinition written = draft.load().definition();

        assertThat(written.load().definition()).isEqualTo(written);
        assertThat(written.load().readings())
                .containsExactly(new PatternExample("AB-1236", Map.of("mat", "AB", "nr", "1236")));
    }
}
