package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.server.HeardEvents;

/** An event of a machine reaches those who may see the machine and hear of such a thing, wherever they listen. */
final class EventRightsTest {
    private static final NodeId M1 = new NodeId(8, "M1");
    private static final NodeId M2 = new NodeId(8, "M2");

    private GuardedFloor floor;

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        floor = new GuardedFloor(pki);
    }

    @AfterEach
    void close() throws Exception {
        floor.close();
    }

    private static HeardEvents listen(OpcUaClient client, NodeId notifier) throws Exception {
        return new HeardEvents(client, notifier, KeywayTypes.MISMATCH_EVENT, "Message");
    }

    private static List<String> told(HeardEvents heard) {
        return heard.all("Message").stream()
                .map(message -> String.valueOf(((LocalizedText) message).text()))
                .toList();
    }

    private void fireEverything() {
        for (String machine : List.of("M2", "M1")) {
            floor.fire(machine, AccessGroup.PARAMETERS);
            floor.fire(machine, AccessGroup.JOB_ORDERS);
            floor.fire(machine, AccessGroup.HANDOVER_GATEWAY);
        }
    }

    @Test
    void theControlOfAMachineHearsOfNoOtherMachineAndOfNoOrders() throws Exception {
        OpcUaClient control = floor.as(Role.MACHINE_CLIENT);
        OpcUaClient observer = floor.as(Role.OBSERVER);
        HeardEvents atServer = listen(control, NodeIds.Server);
        HeardEvents atMachine = listen(control, M1);
        HeardEvents everything = listen(observer, NodeIds.Server);
        HeardEvents other = listen(observer, M2);
        assertThat(listen(control, M2).answer().value()).isEqualTo(StatusCodes.Bad_UserAccessDenied);

        fireEverything();

        String[] own = {"M1 PARAMETERS", "M1 HANDOVER_GATEWAY"};
        await().untilAsserted(() -> assertThat(told(atServer)).containsExactly(own));
        await().untilAsserted(() -> assertThat(told(atMachine)).containsExactly(own));
        await().untilAsserted(() -> assertThat(told(everything)).hasSize(6).contains("M1 JOB_ORDERS"));
        await().untilAsserted(() ->
                assertThat(told(other)).containsExactly("M2 PARAMETERS", "M2 JOB_ORDERS", "M2 HANDOVER_GATEWAY"));
    }

    @Test
    void whoHasNoAccountHearsOfNoMachine() throws Exception {
        OpcUaClient nobody = floor.anonymous();
        HeardEvents atServer = listen(nobody, NodeIds.Server);
        assertThat(listen(nobody, M1).answer().value()).isEqualTo(StatusCodes.Bad_UserAccessDenied);

        fireEverything();
        floor.workshop.add("M3");

        await().untilAsserted(() -> assertThat(told(atServer)).containsExactly("Machines came, went or were changed."));
    }

    @Test
    void rightsThatAreTakenAwayCountForWhoListensAlready() throws Exception {
        AccountDesk desk = floor.workshop.guests().desk(floor.workshop);
        Account account = Account.ofMachine("control", "M1");
        desk.add(account, Optional.of(GuardedFloor.PASSWORD));
        HeardEvents heard =
                listen(floor.kept(floor.workshop.guests().named(floor.url(), "control", GuardedFloor.PASSWORD)), M1);
        floor.fire("M1", AccessGroup.PARAMETERS);

        assertThat(desk.remove("control")).isInstanceOf(AccountDesk.Outcome.Done.class);
        floor.fire("M1", AccessGroup.PUBLIC);
        desk.add(account, Optional.of(GuardedFloor.PASSWORD));
        floor.fire("M1", AccessGroup.HANDOVER_GATEWAY);

        await().untilAsserted(() -> assertThat(told(heard)).containsExactly("M1 PARAMETERS", "M1 HANDOVER_GATEWAY"));
    }
}
