package org.keyway.opcua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.machine.DeliveryFeature;
import org.keyway.opcua.machine.IdentificationFeature;
import org.keyway.opcua.machine.LinkFeature;
import org.keyway.opcua.machine.ParametersFeature;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.load.ModelConfiguration;
import org.keyway.opcua.model.load.NamespaceOrder;
import org.keyway.opcua.model.nodeset.NodeSetOutcome;
import org.keyway.opcua.model.nodeset.NodeSetReader;
import org.keyway.opcua.model.table.CompanionTable;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.Namespaces;

/** What is exported of a machine, without a server and beside one. */
class NodeSetExportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Set<MachineFeature> FEATURES =
            Set.of(new IdentificationFeature(), new ParametersFeature(), new DeliveryFeature(), new LinkFeature());

    private static NodeSetExport export(ServedWorkshop workshop) {
        CompanionModels models = new CompanionModels(ModelConfiguration.OWN, NamespaceOrder.ofThisRun());
        return new NodeSetExport(workshop, FEATURES, models, CLOCK);
    }

    private static Model read(StringWriter out) {
        NodeSetOutcome outcome = NodeSetReader.read(out.toString().getBytes(StandardCharsets.UTF_8), "machine.xml");
        assertThat(outcome).isInstanceOf(NodeSetOutcome.Read.class);
        NodeSetOutcome.Read read = (NodeSetOutcome.Read) outcome;
        assertThat(read.remarks()).isEmpty();
        return read.models().get(0);
    }

    private static Model machine(ServedWorkshop workshop, String id) {
        StringWriter out = new StringWriter();
        export(workshop).machine(id, out);
        return read(out);
    }

    @Test
    void theFileOfAMachineHasItsNodesAndOfNoOtherAndIsReadByOurselves(@TempDir Path pki) throws Exception {
        try (ServedWorkshop workshop = new ServedWorkshop(pki, FEATURES, "M1", "M2")) {
            Model model = machine(workshop, "M1");
            assertThat(model.uri()).isEqualTo(Namespaces.MACHINES);
            assertThat(model.published()).isEqualTo("2026-11-25T12:00:00Z");
            assertThat(model.nodes())
                    .extracting(node -> String.valueOf(node.id().identifier()))
                    .allMatch(id -> id.equals("M1") || id.startsWith("M1/"))
                    .contains("M1", "M1/Identification/AssetId", "M1/Parameters/spindleSpeed/EngineeringUnits");
            assertThat(model.requires())
                    .extracting(Model.Required::uri)
                    .contains("http://opcfoundation.org/UA/", Namespaces.DI, Namespaces.MACHINERY, Namespaces.TYPES);
        }
    }

    @Test
    void everyExportedNodeIsWhatAClientFindsOnTheServer(@TempDir Path pki) throws Exception {
        try (ServedWorkshop workshop = new ServedWorkshop(pki, FEATURES, "M1")) {
            OpcUaClient client = workshop.client();
            for (ModelNode node : machine(workshop, "M1").nodes()) {
                NodeId id = new NodeId(8, String.valueOf(node.id().identifier()));
                assertThat(client.getAddressSpace().getNode(id).getNodeClass())
                        .isEqualTo(node.body().nodeClass());
            }
            client.disconnect();
        }
    }

    @Test
    void everyReferenceLeadsToANodeOfTheFileOrOfARequiredModel(@TempDir Path pki) throws Exception {
        try (ServedWorkshop workshop = new ServedWorkshop(pki, FEATURES, "M1")) {
            Model model = machine(workshop, "M1");
            Set<ExpandedNodeId> known = new HashSet<>();
            model.nodes().forEach(node -> known.add(node.id()));
            for (CompanionTable table : CompanionTable.values()) {
                table.read().nodes().forEach(node -> known.add(node.id()));
            }
            List<ExpandedNodeId> targets = new ArrayList<>();
            model.nodes()
                    .forEach(node -> node.references().stream()
                            .map(ModelReference::target)
                            .forEach(targets::add));
            assertThat(targets)
                    .filteredOn(id -> !"http://opcfoundation.org/UA/".equals(id.getNamespaceUri()))
                    .isSubsetOf(known);
        }
    }

    @Test
    void theFileOfOurTypesIsOurTypes(@TempDir Path pki) throws Exception {
        try (ServedWorkshop workshop = new ServedWorkshop(pki, Set.of())) {
            StringWriter out = new StringWriter();
            export(workshop).types(out);
            Model model = read(out);
            assertThat(model.nodes()).isEqualTo(CompanionTable.KEYWAY.read().nodes());
            assertThat(model.requires()).extracting(Model.Required::uri).contains(Namespaces.JOBS);
        }
    }

    @Test
    void aMachineThatIsNotThereIsNamed(@TempDir Path pki) throws Exception {
        try (ServedWorkshop workshop = new ServedWorkshop(pki, Set.of(), "M1")) {
            assertThatThrownBy(() -> export(workshop).machine("M9", new StringWriter()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("M9");
        }
    }
}
