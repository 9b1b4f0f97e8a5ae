package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.app.demo.DemoWorkshop;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.Issue;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopReader;
import org.keyway.profile.workshopfile.WorkshopText;

/** Holds the page on labels against the parser: what it shows is what happens. */
final class LabelPageTest {
    private static final String PAGE = "docs/identifiers.md";
    private static final Set<String> SCHEMES = Set.of(
            "gs1-element-string",
            "gs1-digital-link",
            "iso15434",
            "mh10",
            "vin",
            "handle",
            "oid",
            "ecode",
            "ma",
            "iec61406",
            "epc",
            "uuid",
            "mil-std-130",
            "pattern:pallet-printer",
            "plain");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** A row of the table of schemes. */
    private record Row(String scheme, boolean configured, String example, String product) {
        static Row of(String line) {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(code(cells.get(1)), cells.get(1).endsWith("*"), code(cells.get(2)), code(cells.get(3)));
        }

        private static String code(String cell) {
            return cell.substring(cell.indexOf('`') + 1, cell.lastIndexOf('`'));
        }

        Scan scan() {
            return scan(example);
        }

        static Scan scan(String written) {
            return Scan.of(
                    written.replace("{GS}", "\u001D").replace("{RS}", "\u001E").replace("{EOT}", "\u0004"));
        }
    }

    static List<Row> rows() throws IOException {
        return page().lines()
                .dropWhile(line -> !line.startsWith("| scheme |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::of)
                .toList();
    }

    private static String page() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.exists(here.resolve(PAGE))) {
            here = here.getParent();
        }
        return Files.readString(here.resolve(PAGE));
    }

    /** The page's blocks of YAML that begin with a comment of this name. */
    private static List<String> blocks(String name) throws IOException {
        return Stream.of(page().split("```yaml\n", -1))
                .skip(1)
                .map(block -> block.substring(0, block.indexOf("```")))
                .filter(block -> block.startsWith("# " + name))
                .toList();
    }

    private static ScanParser parser(IdentifierConfiguration configuration) {
        return Guice.createInjector(new IdentifierModule(configuration), binder -> {
                    binder.bind(ProductRegistry.class).toInstance(key -> Optional.empty());
                    binder.bind(Clock.class).toInstance(Clock.systemUTC());
                })
                .getInstance(ScanParser.class);
    }

    @Test
    void theTableNamesEveryScheme() throws IOException {
        assertThat(rows().stream().map(Row::scheme).collect(Collectors.toSet())).isEqualTo(SCHEMES);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyExampleIsReadByItsSchemeAndNamesItsProduct(Row row) throws IOException, ConfigurationException {
        IdentifierConfiguration shown =
                IdentifierFile.parse(PAGE, blocks("identifier.yaml: what").get(0));

        assertReads(parser(shown).parse(row.scan()), row);
        if (!row.configured()) {
            assertReads(parser(IdentifierConfiguration.standard()).parse(row.scan()), row);
        }
    }

    /** The cells of the table of refusals: a label and its code, two of them in a line. */
    private record Refused(String label, String code) {}

    static List<Refused> refusals() throws IOException {
        return page().lines()
                .dropWhile(line -> !line.startsWith("| refused |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .flatMap(cells -> Stream.of(new Refused(cells[1], cells[2]), new Refused(cells[3], cells[4])))
                .filter(refused -> !refused.label().isBlank())
                .map(refused ->
                        new Refused(Row.code(refused.label()), refused.code().strip()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyLabelThatThePageCallsRefusedIsRefusedForItsReason(Refused refused)
            throws IOException, ConfigurationException {
        IdentifierConfiguration shown =
                IdentifierFile.parse(PAGE, blocks("identifier.yaml: what").get(0));

        Identification identification = parser(shown).parse(Row.scan(refused.label()));

        assertThat(identification).isInstanceOf(Rejected.class);
        assertThat(((Rejected) identification).reading().issues())
                .filteredOn(issue -> issue.severity() == Issue.Severity.ERROR)
                .extracting(Issue::code)
                .contains(refused.code());
    }

    private static void assertReads(Identification identification, Row row) {
        assertThat(identification).isInstanceOf(Identified.class);
        Reading reading = ((Identified) identification).reading();
        assertThat(reading.scheme()).isEqualTo(row.scheme());
        assertThat(reading.product()).contains(row.product());
        assertThat(reading.conformant()).isTrue();
    }

    @Test
    void everyFileOnThePageLoads() throws IOException, ConfigurationException {
        List<String> files = blocks("identifier.yaml");
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        for (String file : files) {
            assertThat(IdentifierFile.parse(PAGE, file)).isNotEqualTo(IdentifierConfiguration.standard());
        }
        Path scanner = Files.writeString(
                folder.resolve("scanner.yaml"), blocks("scanner.yaml").get(0));
        assertThat(ScannerProfileFile.read(scanner).separators().gs()).isEqualTo("{GS}");
        List<WorkshopText> workshop = Stream.concat(
                        DemoWorkshop.files().stream().filter(file -> file.file().equals("families.yaml")),
                        Stream.of(new WorkshopText(PAGE, blocks("workshop file").get(0))))
                .toList();
        assertThat(WorkshopReader.read(workshop, Map.of(), StoredWorkshop.EMPTY))
                .isInstanceOf(WorkshopReader.Outcome.Understood.class);
    }

    @Test
    void digitsThatBeginLikeAnElementStringAreNoneWithoutTheSymbology() throws IOException {
        String digits = "010690123400001621A0042";
        assertThat(page()).contains(digits + "` is `plain`");

        Reading reading =
                ((Identified) parser(IdentifierConfiguration.standard()).parse(Scan.of(digits))).reading();

        assertThat(reading.scheme()).isEqualTo("plain");
        assertThat(reading.issues()).extracting(Issue::code).containsExactly("KW-ID-013");
    }
}
