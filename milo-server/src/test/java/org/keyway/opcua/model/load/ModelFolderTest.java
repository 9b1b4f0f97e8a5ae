package org.keyway.opcua.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelProblem;
import org.keyway.opcua.model.nodeset.NodeSetText;

/** NodeSet2 files from a folder: the good ones are loaded, the bad ones told of. */
class ModelFolderTest {
    private static final String OBJECT = """
            <UAObject NodeId="ns=1;i=1" BrowseName="1:Thing"><References>
            <Reference ReferenceType="i=40">i=58</Reference>
            <Reference ReferenceType="i=35" IsForward="false">i=85</Reference></References></UAObject>""";

    @TempDir
    private Path folder;

    private final NamespaceOrder order = NamespaceOrder.ofThisRun();
    private OpcUaServer server;

    @BeforeEach
    void make() {
        server = ModelServer.make();
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private LoadedModels load() {
        return new ModelLoader(server, order).load(List.of(folder));
    }

    private static List<String> further(LoadedModels loaded) {
        return loaded.models().stream().map(Model::uri).skip(6).toList();
    }

    private int index(String uri) {
        return server.getNamespaceTable().getIndex(uri).intValue();
    }

    @Test
    void aModelIsLoadedAfterTheOneThatItNeedsWhateverTheirNames() throws IOException {
        file("a.xml", NodeSetText.of("urn:top", "urn:base", OBJECT));
        file("b.xml", NodeSetText.of("urn:base", "http://opcfoundation.org/UA/DI/", OBJECT));
        LoadedModels loaded = load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(further(loaded)).containsExactly("urn:base", "urn:top");
        assertThat(index("urn:base")).isEqualTo(9);
        assertThat(server.getAddressSpaceManager().getManagedNode(ExpandedNodeId.of("urn:top", 1)))
                .isPresent();
    }

    @Test
    void anIndexStaysWithItsModelWhenFilesComeAndGo() throws IOException {
        file("m.xml", NodeSetText.of("urn:m", "", OBJECT));
        load();
        assertThat(index("urn:m")).isEqualTo(9);
        file("a.xml", NodeSetText.of("urn:a", "", OBJECT));
        Files.delete(folder.resolve("m.xml"));
        server = ModelServer.make();
        load();
        assertThat(index("urn:a")).isEqualTo(10);
        file("m.xml", NodeSetText.of("urn:m", "", OBJECT));
        server = ModelServer.make();
        load();
        assertThat(index("urn:m")).isEqualTo(9);
        assertThat(index("urn:a")).isEqualTo(10);
    }

    @Test
    void aBadFileIsToldOfAndTheOthersAreLoaded() throws IOException {
        file("a.xml", "<UANodeSet");
        file("b.xml", NodeSetText.of("urn:b", "", OBJECT));
        file("c.txt", "not looked at");
        LoadedModels loaded = load();
        assertThat(further(loaded)).containsExactly("urn:b");
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ModelCode.MALFORMED);
            assertThat(problem.file()).isEqualTo("a.xml");
        });
    }

    @Test
    void aModelThatIsMissingIsNamed() throws IOException {
        file("a.xml", NodeSetText.of("urn:a", "urn:none", OBJECT));
        assertThat(load().problems())
                .containsExactly(new ModelProblem(ModelCode.REQUIRED_MODEL_MISSING, "a.xml", 0, "urn:none"));
        assertThat(order.known()).isEmpty();
    }

    @Test
    void noFileFillsANamespaceThatIsOurs() throws IOException {
        file("a.xml", NodeSetText.of("urn:keyway:ua:machines", "", OBJECT));
        file("b.xml", NodeSetText.of("urn:keyway:test", "", OBJECT));
        file("c.xml", NodeSetText.of("http://opcfoundation.org/UA/DI/", "", OBJECT));
        LoadedModels loaded = load();
        assertThat(further(loaded)).isEmpty();
        assertThat(loaded.problems())
                .extracting(ModelProblem::code)
                .containsOnly(ModelCode.MODEL_PRESENT)
                .hasSize(3);
    }

    @Test
    void typesThatGoRoundInACircleAreRefused() throws IOException {
        file("a.xml", NodeSetText.of("urn:a", "", """
                <UAObjectType NodeId="ns=1;i=1" BrowseName="1:A"><References>
                <Reference ReferenceType="i=45" IsForward="false">ns=1;i=2</Reference></References></UAObjectType>
                <UAObjectType NodeId="ns=1;i=2" BrowseName="1:B"><References>
                <Reference ReferenceType="i=45" IsForward="false">ns=1;i=1</Reference></References></UAObjectType>"""));
        file("b.xml", NodeSetText.of("urn:b", "", """
                <UAObjectType NodeId="ns=1;i=1" BrowseName="1:A"><References>
                <Reference ReferenceType="i=45" IsForward="false">i=58</Reference>
                <Reference ReferenceType="i=45">i=58</Reference></References></UAObjectType>"""));
        LoadedModels loaded = load();
        assertThat(further(loaded)).isEmpty();
        assertThat(loaded.problems())
                .extracting(ModelProblem::code)
                .containsOnly(ModelCode.TYPE_CIRCLE)
                .hasSize(2);
    }

    @Test
    void aReferenceToNowhereIsToldOf() throws IOException {
        file("a.xml", NodeSetText.of("urn:a", "", OBJECT.replace("i=58", "i=4000000")));
        LoadedModels loaded = load();
        assertThat(further(loaded)).containsExactly("urn:a");
        assertThat(loaded.problems()).extracting(ModelProblem::code).containsExactly(ModelCode.TARGET_MISSING);
    }

    @Test
    void aStructureOfAnUnknownTypeDoesNotKeepTheServerFromStarting() throws IOException {
        file("a.xml", NodeSetText.of("urn:a", "", """
                <UADataType NodeId="ns=1;i=1" BrowseName="1:S"><References>
                <Reference ReferenceType="i=45" IsForward="false">i=22</Reference>
                <Reference ReferenceType="i=38">ns=1;i=2</Reference></References>
                <Definition Name="S"><Field Name="F" DataType="ns=1;i=77"/></Definition></UADataType>
                <UAObject NodeId="ns=1;i=2" BrowseName="Default Binary"><References>
                <Reference ReferenceType="i=40">i=76</Reference></References></UAObject>"""));
        LoadedModels loaded = load();
        assertThat(further(loaded)).containsExactly("urn:a");
    }

    @Test
    void aFolderThatIsNotThereIsToldOf() {
        LoadedModels loaded = new ModelLoader(server, order).load(List.of(folder.resolve("none")));
        assertThat(loaded.problems()).extracting(ModelProblem::code).containsExactly(ModelCode.FOLDER_UNREADABLE);
    }
}
