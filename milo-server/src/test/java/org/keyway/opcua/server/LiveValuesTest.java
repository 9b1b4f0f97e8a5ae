package org.keyway.opcua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Account;
import org.keyway.job.account.Role;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.Revision;
import org.keyway.profile.workshopfile.WorkshopText;

/** What the gateway and the links say of themselves is true now. */
final class LiveValuesTest {
    private static final Change BY_SOMEBODY = new Change("wang", "test");

    @TempDir
    private Path folder;

    private WholeFloor floor;

    @BeforeEach
    void serve() throws Exception {
        floor = new WholeFloor(folder);
    }

    @AfterEach
    void close() throws Exception {
        floor.close();
    }

    @Test
    void setsThatWaitForTheirReleaseAreCounted() throws Exception {
        OpcUaClient client = floor.as(Account.of("observer", Role.OBSERVER));
        await().untilAsserted(() ->
                assertThat(WholeFloor.read(client, "Keyway/PendingApprovals")).contains(uint(0)));
        WorkshopText set = new WorkshopText(
                "set.yaml", "{kind: ParameterSet, id: SPEED, scope: {product: B-1}, values: {speed: 8000}}");
        assertThat(floor.part(WorkshopImporter.class).importFiles(List.of(set), Map.of(), false, "wang"))
                .isNotInstanceOf(WorkshopImporter.Outcome.Refused.class);

        ParameterSetLife life = floor.part(ParameterSetLife.class);
        LifeOutcome submitted = life.submit(new Revision("SPEED", 1, 1), BY_SOMEBODY);
        assertThat(submitted).isInstanceOf(LifeOutcome.Done.class);
        await().untilAsserted(() ->
                assertThat(WholeFloor.read(client, "Keyway/PendingApprovals")).contains(uint(1)));
        life.reject(new Revision("SPEED", 1, 2), BY_SOMEBODY);
        await().untilAsserted(() ->
                assertThat(WholeFloor.read(client, "Keyway/PendingApprovals")).contains(uint(0)));
    }

    @Test
    void theAddressOfAParameterIsTheMachinesOwn() throws Exception {
        OpcUaClient client = floor.as(Account.of("observer", Role.OBSERVER));
        assertThat(WholeFloor.read(client, "MILL/Parameters/speed/TargetAddress"))
                .contains("nsu=urn:cnc:MILL;s=Speed");
        assertThat(WholeFloor.read(client, "FULL/Parameters/torque/TargetAddress"))
                .contains("param=1");
    }

    @Test
    void theEpochIsGreaterWithEachStart() throws Exception {
        OpcUaClient before = floor.as(Account.of("first", Role.OBSERVER));
        UInteger first = (UInteger) WholeFloor.read(before, "Keyway/Epoch").orElseThrow();
        floor.close();
        floor = new WholeFloor(folder);
        OpcUaClient after = floor.as(Account.of("second", Role.OBSERVER));
        assertThat((UInteger) WholeFloor.read(after, "Keyway/Epoch").orElseThrow())
                .isGreaterThan(first);
        assertThat(WholeFloor.read(after, "Keyway/RecipeStoreOnline")).contains(true);
        assertThat(WholeFloor.read(after, "Keyway/Version")).isPresent();
    }

    @Test
    void aPlcIsHeardOfWithEachHeartbeatAndNotBefore() throws Exception {
        OpcUaClient plc = floor.as(Account.ofMachine("plc", "FULL"));
        assertThat(contact(plc)).isEmpty();

        beat(plc, 1);
        await().until(() -> contact(plc).isPresent());
        Instant first = contact(plc).orElseThrow();
        beat(plc, 2);

        await().untilAsserted(() -> assertThat(contact(plc).orElseThrow()).isAfter(first));
    }

    private static void beat(OpcUaClient plc, int count) throws Exception {
        List<StatusCode> written = plc.writeValues(
                List.of(WholeFloor.node("FULL/Handover/PlcHeartbeat")),
                List.of(DataValue.valueOnly(Variant.of(uint(count)))));
        assertThat(written).allMatch(StatusCode::isGood);
    }

    private static Optional<Instant> contact(OpcUaClient client) throws Exception {
        return WholeFloor.read(client, "FULL/Link/LastContact")
                .map(at -> ((DateTime) at).getJavaInstant())
                .filter(at -> at.isAfter(Instant.EPOCH));
    }
}
