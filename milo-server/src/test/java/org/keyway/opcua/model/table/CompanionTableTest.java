package org.keyway.opcua.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;

class CompanionTableTest {
    @Test
    void everyTableHoldsWhatTheStandardsFileHolds() throws IOException {
        assumeTrue(
                CompanionSource.folder().isPresent(),
                "-Dkeyway.nodesets names the folder nodesets of the npm package node-opcua-nodesets");
        Path folder = CompanionSource.folder().orElseThrow();
        for (CompanionTable table : CompanionSource.tables()) {
            Model source = CompanionSource.read(table, folder);
            String target = System.getProperty("keyway.tables", "");
            if (target.isEmpty()) {
                assertSame(table.read(), source);
            } else {
                Files.writeString(Path.of(target, table.file()), CompanionSource.table(table, source));
            }
        }
    }

    /** Says which nodes differ, not all of both. */
    private static void assertSame(Model actual, Model expected) {
        List<ModelNode> missing = new ArrayList<>(expected.nodes());
        missing.removeAll(new HashSet<>(actual.nodes()));
        assertThat(missing).as("missing or different in " + actual.uri()).isEmpty();
        assertThat(actual.equals(expected)).as(actual.uri()).isTrue();
    }

    @Test
    void theTablesCountAsManyNodesAsTheStandardsDo() {
        assertThat(List.of(CompanionTable.values()).stream()
                        .filter(table -> table != CompanionTable.KEYWAY)
                        .collect(Collectors.toMap(
                                CompanionTable::uri,
                                table -> table.read().nodes().size())))
                .isEqualTo(Map.of(
                        CompanionTable.DI.uri(), 447,
                        CompanionTable.IA.uri(), 122,
                        CompanionTable.MACHINERY.uri(), 180,
                        CompanionTable.JOB_CONTROL.uri(), 258,
                        CompanionTable.JOBS.uri(), 60));
    }

    @Test
    void everyTableStatesItsNamespaceItsVersionAndItsDate() {
        assertThat(CompanionTable.values()).allSatisfy(table -> {
            Model model = table.read();
            assertThat(model.uri()).isEqualTo(table.uri());
            assertThat(model.version()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(model.published()).matches("20\\d\\d-\\d\\d-\\d\\dT00:00:00Z");
            assertThat(model.nodes())
                    .extracting(node -> node.id().getNamespaceUri())
                    .containsOnly(table.uri());
            assertThat(model.nodes().stream().map(ModelNode::id)).doesNotHaveDuplicates();
        });
    }

    @Test
    void aModelThatIsRequiredComesBeforeTheOneThatRequiresIt() {
        List<String> order = List.of(CompanionTable.values()).stream()
                .map(CompanionTable::uri)
                .toList();
        assertThat(CompanionTable.values())
                .allSatisfy(table -> assertThat(table.read().requires().stream()
                                .map(Model.Required::uri)
                                .filter(uri -> !uri.equals("http://opcfoundation.org/UA/")))
                        .allSatisfy(
                                uri -> assertThat(order.indexOf(uri)).isBetween(0, order.indexOf(table.uri()) - 1)));
    }

    @Test
    void aTableThatIsWrittenAgainReadsAsTheSame() throws IOException {
        for (CompanionTable table : CompanionTable.values()) {
            Model model = table.read();
            LocalNamespaces namespaces = new LocalNamespaces(List.of(CompanionTable.values()).stream()
                    .map(CompanionTable::uri)
                    .sorted(Comparator.reverseOrder())
                    .toList());
            String text = ModelTableWriter.write(model, namespaces, Map.of(), List.of());
            assertSame(read(text), model);
        }
    }

    @Test
    void aWrongLineIsNamed() {
        assertThatThrownBy(() -> read("model\tu\t1.0.0\t\nnamespace\tu\n\n# hint\nObject\tns=2;i=1\t1:A\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ns=2;i=1");
        assertThatThrownBy(() -> read("\t>HasComponent\ti=1\n")).hasMessageContaining("trial:1");
        assertThatThrownBy(() -> read("namespace\tu\nObject\tns=1;i=1\t1:A\n\t?\n"))
                .hasMessageContaining("trial:3");
    }

    private static Model read(String text) throws IOException {
        return ModelTableReader.read("trial", new BufferedReader(new StringReader(text)));
    }
}
