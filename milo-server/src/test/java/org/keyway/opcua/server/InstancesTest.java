package org.keyway.opcua.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.job.account.Account;
import org.keyway.job.account.Role;

/** Every instance of a server as it is wired for use is what its type says. */
final class InstancesTest {
    private static final int TYPES = 7;

    /** Roles can't be managed over OPC UA. The others are DI's own NodeSet: its MaxInactiveLockTime, its ModelVersion. */
    private static final List<String> KNOWN = List.of(
            "i=15606 lacks 0:AddRole",
            "i=15606 lacks 0:RemoveRole",
            "ns=2;i=6387 is of",
            "ns=2;i=489 has the data type");

    private static WholeFloor floor;
    private static OpcUaClient client;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        floor = new WholeFloor(folder);
        client = floor.as(new Account(
                "everybody",
                Set.of(Role.values()),
                Set.of("MILL", "FULL", "BASIC"),
                Optional.empty(),
                Optional.empty()));
    }

    @AfterAll
    static void close() throws Exception {
        floor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MILL", "FULL", "BASIC", "Keyway"})
    void whatWeShowIsWhatItsTypeSays(String root) throws UaException {
        assertThat(InstanceCheck.faults(client, WholeFloor.node(root))).isEmpty();
    }

    @Test
    void theServerObjectIsWhatItsTypeSays() throws UaException {
        assertThat(InstanceCheck.faults(client, NodeIds.Server))
                .filteredOn(fault -> KNOWN.stream().noneMatch(fault::startsWith))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, 1001",
        "FULL/Handover, 1002",
        "BASIC/Handover, 1002",
        "MILL/Delivery, 1003",
        "MILL/Link, 1004",
        "Keyway, 1005",
        "MILL/Parameters/speed, 2001",
        "MILL/Parameters/offsets, 2001",
        "MILL/Parameters/note, 2002"
    })
    void everyObjectOfOursIsOfItsOwnType(String path, int type) throws UaException {
        assertThat(InstanceCheck.type(client, WholeFloor.node(path))).contains(new NodeId(TYPES, type));
    }
}
