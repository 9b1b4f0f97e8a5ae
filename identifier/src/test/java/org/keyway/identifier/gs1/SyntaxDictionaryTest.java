package org.keyway.identifier.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;

final class SyntaxDictionaryTest {
    private static final String SMALL = """
            # Release: 2031-05-06
            01  *?  N14,csum,gcppos2   dlpkey=21    # GTIN
            21      X..20              req=01       # SERIAL
            """;

    private final ApplicationIdentifiers builtIn = new ApplicationIdentifiers();

    @Test
    void theBuiltInTableStatesItsSourceAndRelease() {
        assertThat(builtIn.source().name()).isEqualTo("built-in");
        assertThat(builtIn.source().release()).isEqualTo("2026-01-27");
    }

    @Test
    void theBuiltInTableWrittenInTheSyntaxOfGs1IsReadBackTheSame() {
        String written = "# Release: 2026-01-27\n"
                + builtIn.all().stream()
                        .sorted((a, b) -> a.id().compareTo(b.id()))
                        .map(SyntaxDictionaryTest::written)
                        .collect(Collectors.joining("\n"));

        ApplicationIdentifiers loaded = ApplicationIdentifiers.ofDictionary("written", written);

        assertThat(loaded.source()).isEqualTo(new DictionarySource("written", "2026-01-27", List.of()));
        assertThat(loaded.all()).containsExactlyInAnyOrderElementsOf(builtIn.all());
    }

    @Test
    void theDictionaryOfGs1SaysWhatTheBuiltInTableSays() throws IOException {
        Path dictionary = file("gs1-syntax-dictionary-2026-01-27.txt");
        assumeThat(dictionary).exists();

        ApplicationIdentifiers loaded = ApplicationIdentifiers.ofDictionary("gs1", Files.readString(dictionary));

        assertThat(loaded.source().release()).isEqualTo(builtIn.source().release());
        assertThat(loaded.source().warnings()).isEmpty();
        assertThat(loaded.all()).hasSize(541);
        for (ApplicationIdentifier identifier : loaded.all()) {
            ApplicationIdentifier ours = builtIn.find(identifier.id()).orElseThrow();
            assertThat(written(ours).replaceFirst("#.*", ""))
                    .isEqualTo(written(identifier).replaceFirst("#.*", ""));
        }
    }

    @Test
    void aDictionaryTakesThePlaceOfTheBuiltInTable() {
        Labels labels = Labels.of(IdentifierConfiguration.standard()
                .withGs1(new Gs1Settings(ApplicationIdentifiers.ofDictionary("small", SMALL), false)));

        assertThat(labels.identified("]d2010690123400001621A1").serial()).contains("A1");
        assertThat(Labels.codes(labels.rejected("]d2010690123400001610A1"))).containsExactly("KW-ID-020");
    }

    @Test
    void anUnknownLinterIsLeftOutWithAWarningThatNamesItsLine() {
        ApplicationIdentifiers loaded =
                ApplicationIdentifiers.ofDictionary("new", SMALL + "99 ? X..90,moonphase,csum # INTERNAL");

        assertThat(loaded.source().release()).isEqualTo("2031-05-06");
        assertThat(loaded.source().warnings())
                .containsExactly("line 4: linter moonphase is unknown here and not judged");
        assertThat(loaded.find("99").orElseThrow().fields().get(0).rules()).containsExactly(Rule.CHECK_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 N2",
                "12345 N2",
                "9A N2",
                "3105-3100 N6",
                "3100-3200 N6",
                "90",
                "90 *?",
                "90 ? req=01",
                "90 ? Q6",
                "90 ? N",
                "90 ? N0",
                "90 ? N100",
                "90 ? N..",
                "90 ? [N6",
                "90 ? N6]",
                "90 ? N..6 N2",
                "90 ? [N6] N2",
                "90 *? X..20",
                "90 ? X..20 req=",
                "90 ? X..20 req=0",
                "90 ? X..20 ex=n1",
                "90 ? X..20 REQ=01",
                "90 ? X..20 dlpkey=22,,10",
                "20 N2",
                "21 N2",
                "235 N2\n23 N2",
            })
    void aMalformedLineIsRefusedWithItsNumber(String line) {
        assertThatThrownBy(() -> ApplicationIdentifiers.ofDictionary("broken", SMALL + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)line [45]: .*");
    }

    @Test
    void aTextWithoutIdentifiersIsNoDictionary() {
        assertThatThrownBy(() -> ApplicationIdentifiers.ofDictionary("empty", "# nothing\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Path file(String name) {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.exists(here.resolve("shared/data"))) {
            here = here.getParent();
        }
        return here.resolve("shared/data").resolve(name);
    }

    private static String written(ApplicationIdentifier identifier) {
        String flags = (identifier.fixed() ? "*" : "") + (identifier.attribute() ? "?" : "");
        StringBuilder line = new StringBuilder(identifier.id());
        line.append(flags.isEmpty() ? "" : " " + flags);
        identifier.fields().forEach(field -> line.append(' ').append(written(field)));
        identifier
                .requires()
                .forEach(group -> line.append(" req=")
                        .append(group.stream().map(set -> String.join("+", set)).collect(Collectors.joining(","))));
        if (!identifier.excludes().isEmpty()) {
            line.append(" ex=").append(String.join(",", identifier.excludes()));
        }
        if (identifier.key()) {
            line.append(" dlpkey");
            line.append(identifier.qualifiers().isEmpty() ? "" : "=");
            line.append(identifier.qualifiers().stream()
                    .map(sequence -> String.join(",", sequence))
                    .collect(Collectors.joining("|")));
        }
        return line.toString().replace('?', 'n').replaceFirst(" (\\*?)n ", " $1? ") + " # " + identifier.title();
    }

    private static String written(Field field) {
        String letter = switch (field.alphabet()) {
            case DIGITS -> "N";
            case TEXT -> "X";
            case CAPITALS -> "Y";
            case BASE64 -> "Z";
        };
        String length = (field.shortest() == field.longest() ? "" : "..") + field.longest();
        StringBuilder word = new StringBuilder(field.optional() ? "[" + letter + length + "]" : letter + length);
        field.rules().forEach(rule -> word.append(',').append(rule.linter()));
        return word.toString();
    }
}
