package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopReader;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.profile.workshopfile.WorkshopWriter;

final class ExportTest {
    private static String everyKey() throws IOException {
        try (InputStream file = Objects.requireNonNull(ExportTest.class.getResourceAsStream("every-key.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static WorkshopContent read(Map<String, String> files) {
        List<WorkshopText> texts = new ArrayList<>();
        files.forEach((name, text) -> texts.add(new WorkshopText(name, text)));
        WorkshopReader.Outcome outcome = WorkshopReader.read(texts, Map.of("A", "replaced"), StoredWorkshop.EMPTY);
        assertThat(outcome).as("%s", files).isInstanceOf(WorkshopReader.Outcome.Understood.class);
        return ((WorkshopReader.Outcome.Understood) outcome).content();
    }

    private static void assertSame(WorkshopContent found, WorkshopContent expected) {
        assertThat(found.families()).containsExactlyInAnyOrderElementsOf(expected.families());
        assertThat(found.products()).containsExactlyInAnyOrderElementsOf(expected.products());
        assertThat(found.profiles()).containsExactlyInAnyOrderElementsOf(expected.profiles());
        assertThat(found.stations()).containsExactlyInAnyOrderElementsOf(expected.stations());
        assertThat(found.machines()).containsExactlyInAnyOrderElementsOf(expected.machines());
        assertThat(found.sets()).containsExactlyInAnyOrderElementsOf(expected.sets());
    }

    @Test
    void aWorkshopExportedAndImportedElsewhereIsTheSame() throws IOException {
        try (TestWorkshop here = new TestWorkshop().with(everyKey());
                TestWorkshop there = new TestWorkshop()) {
            Map<String, String> files = WorkshopWriter.write(here.store().content());
            there.with(String.join("---\n", files.values()));

            assertThat(there.store().content()).isEqualTo(here.store().content());
            assertThat(WorkshopWriter.write(there.store().content())).isEqualTo(files);
            assertThat(List.copyOf(WorkshopWriter.write(there.store().content()).keySet()))
                    .isEqualTo(List.copyOf(files.keySet()));
        }
    }

    @Test
    void anExportImportedWhereItCameFromChangesNothing() throws IOException {
        try (TestWorkshop workshop = new TestWorkshop().with(everyKey())) {
            Map<String, String> files = WorkshopWriter.write(workshop.store().content());

            assertThat(workshop.tryImport(String.join("---\n", files.values())))
                    .isEqualTo(new WorkshopImporter.Outcome.Imported(0, 0));
        }
    }

    @Test
    void parameterSetsStandByClassOfMachineUnderSafeNames() throws IOException {
        Map<String, String> files = WorkshopWriter.write(read(Map.of("f", everyKey())));

        assertThat(files.keySet())
                .containsExactly(
                        "families.yaml",
                        "machines.yaml",
                        "products.yaml",
                        "profiles.yaml",
                        "sets.yaml",
                        "sets-___A.yaml",
                        "sets-HMC.yaml",
                        "stations.yaml");
        assertThat(files.get("sets-HMC.yaml")).contains("id: BLOCK-HMC", "id: CB-150-A7");
    }

    @Test
    void anExportReadsAsAPersonWouldWriteIt() throws IOException {
        assertThat(WorkshopWriter.write(read(Map.of("f", everyKey()))))
                .containsEntry("stations.yaml", """
                        kind: Station
                        id: ST-10
                        name: {en: Machining, zh: 加工}
                        repeatWindow: 90s
                        rework: true
                        ---
                        kind: Station
                        id: ST-20
                        repeatWindow: 1500ms
                        rework: false
                        identifiers:
                          - {role: fixture, name: {en: fixture, zh: 夹具}, accept: {keys: [plain, part], schemes: [plain, "pattern:fixture"]}}
                          - {role: part, name: {en: part, zh: 工件}, accept: {families: [BLOCK]}}
                          - {role: tool, attribute: honingTool, accept: {products: [CB-151]}}
                        collect: 90s
                        readers:
                          - {id: OR-1, endpoint: {url: "opc.tcp://10.1.2.9:4840", security: Basic256Sha256, user: keyway, passwordFrom: "env:OR1"}, node: "nsu=urn:vendor:reader;i=5001", codes: [GS1, "CUSTOM:plate"]}
                          - {id: OR-2, endpoint: {url: "opc.tcp://127.0.0.1:48410", security: None}, node: "nsu=urn:vendor:reader;s=Reader/2"}
                        """)
                .hasEntrySatisfying("machines.yaml", text -> assertThat(text).startsWith("""
                        kind: Machine
                        id: HMC-01
                        name: {en: Machining centre 1, zh: 加工中心 1}
                        class: HMC
                        station: ST-10
                        operation: OP20
                        profile: hmc
                        endpoint:
                          url: "opc.tcp://10.1.2.3:4840/cnc"
                          security: Basic256Sha256
                          user: keyway
                          passwordFrom: "env:HMC01_PASSWORD"
                        """));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverTheTextsAndNumbersAreTheyComeBackExactly(long seed) {
        WorkshopContent content = new HostileWorkshop(seed).content();

        Map<String, String> files = WorkshopWriter.write(content);

        assertSame(read(files), content);
        assertThat(WorkshopWriter.write(read(files))).isEqualTo(files);
    }

    @Test
    void theOrderOfTheContentMakesNoDifference() throws IOException {
        WorkshopContent content = read(Map.of("f", everyKey()));
        List<ParameterSet> backwards = new ArrayList<>(content.sets());
        Collections.reverse(backwards);

        assertThat(WorkshopWriter.write(new WorkshopContent(
                        content.families(),
                        content.products(),
                        content.profiles(),
                        content.stations(),
                        content.machines(),
                        backwards)))
                .isEqualTo(WorkshopWriter.write(content));
    }

    @Test
    void aLargeWorkshopIsSpreadOverFilesThatTheReaderTakes() {
        ProductFamily family = new ProductFamily("F", new Name("F", "F"), Optional.empty());
        List<Product> products = IntStream.range(0, 12_000)
                .mapToObj(index -> new Product(
                        "P%05d".formatted(index),
                        "F",
                        new Name("Product of " + "a long name ".repeat(12) + index, "产品" + index),
                        List.of(),
                        Map.of("index", index)))
                .toList();
        WorkshopContent content =
                new WorkshopContent(List.of(family), products, List.of(), List.of(), List.of(), List.of());

        Map<String, String> files = WorkshopWriter.write(content);

        assertThat(files).containsKeys("products.yaml", "products.2.yaml", "products.3.yaml");
        assertThat(files.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9._-]+"));
        assertThat(read(files)).isEqualTo(content);
    }

    @Test
    void anEmptyWorkshopHasNoFiles() {
        assertThat(WorkshopWriter.write(WorkshopContent.EMPTY)).isEmpty();
    }

    @Test
    void aDurationThatNoUnitCanSayIsRefused() {
        Station station = new Station("S", new Name("S", "S"), Duration.ofNanos(1500), false);
        WorkshopContent content =
                new WorkshopContent(List.of(), List.of(), List.of(), List.of(station), List.of(), List.of());

        assertThatThrownBy(() -> WorkshopWriter.write(content)).isInstanceOf(IllegalArgumentException.class);
    }
}
