package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.keyway.opcua.joborder.OrderedMachine.plainOrder;
import static org.keyway.opcua.joborder.SentOrders.DONE;
import static org.keyway.opcua.joborder.SentOrders.bits;
import static org.keyway.opcua.joborder.SentOrders.numbers;
import static org.keyway.opcua.joborder.SentOrders.order;
import static org.keyway.opcua.joborder.SentOrders.parameter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.Job;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.JobOrders;
import org.keyway.job.order.OrderState;
import org.keyway.opcua.isa95.Isa95JobOrderAndState;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95State;
import org.keyway.opcua.isa95.Isa95WorkMaster;

/** A manufacturing execution system gives orders to a machine, and hears what became of them. */
final class JobManagementTest {
    @TempDir
    Path folder;

    private OrderedMachine machine;

    @BeforeEach
    void serve() throws Exception {
        machine = new OrderedMachine(folder);
    }

    @AfterEach
    void close() throws Exception {
        machine.close();
    }

    @Test
    void whatIsStoredWaitsUntilItIsStartedAndTopStatesComeFirstWithoutAPath() throws Exception {
        machine.control("Store", plainOrder("JO-1"));
        assertThat(machine.state("JO-1")).containsExactly(1, 1);
        machine.control("Start", "JO-1");

        List<Isa95State> states = machine.order("JO-1").orElseThrow().state();
        assertThat(numbers(states)).containsExactly(2, 1);
        assertThat(states.get(0).browsePath().getElements()).isNull();
        assertThat(states.get(0).stateText().text()).isEqualTo("AllowedToStart");
        assertThat(states.get(1).stateText().text()).isEqualTo("Waiting");
        assertThat(states.get(1).browsePath().getElements())
                .extracting(RelativePathElement::getTargetName)
                .extracting(name -> name.name())
                .containsExactly("AllowedToStartSubstates");
        assertThat(machine.control("RevokeStart", "JO-1")).isEqualTo(DONE);
        assertThat(machine.state("JO-1")).containsExactly(1, 1);
    }

    @Test
    void storingTheSameAgainSucceedsAndSomethingElseUnderItsIdDoesNot() throws Exception {
        assertThat(machine.control("Store", plainOrder("JO-1"))).isEqualTo(DONE);
        assertThat(machine.control("Store", plainOrder("JO-1"))).isEqualTo(DONE);
        assertThat(machine.control("Store", order(machine, "JO-1", 1))).isEqualTo(bits(4, 37));
        assertThat(machine.orders()).hasSize(1);
    }

    /** The states, and how they are reached; then each method from each. */
    @Test
    void eachMethodIsLegalFromItsStatesAloneAndElsewhereBitThreeAndNoChange() throws Exception {
        List<String> states = List.of("1", "2", "3", "4", "5", "6");
        List<List<String>> legal = List.of(
                List.of("Start", "1"),
                List.of("RevokeStart", "2"),
                List.of("Update", "1", "2"),
                List.of("Stop", "3", "4"),
                List.of("Abort", "1", "2", "3", "4"),
                List.of("Cancel", "1", "2"),
                List.of("Clear", "5", "6"));
        for (List<String> row : legal) {
            for (String from : states) {
                String method = row.get(0);
                String id = method + from;
                bring(id, from);
                List<Integer> before = machine.state(id);
                assertThat(before.get(0)).hasToString(from);

                long status = machine.control(method, method.equals("Update") ? order(machine, id, 1) : id);

                boolean isLegal = row.subList(1, row.size()).contains(from);
                assertThat(status).as("%s from %s", method, from).isEqualTo(isLegal ? DONE : bits(3));
                if (!isLegal) {
                    assertThat(machine.state(id)).isEqualTo(before);
                }
                forget(id);
            }
        }
    }

    private void bring(String id, String top) throws Exception {
        machine.control(top.equals("1") ? "Store" : "StoreAndStart", plainOrder(id));
        switch (top) {
            case "3" -> machine.accept(machine.load(machine.take(id)));
            case "4" -> machine.fallIntoDoubt(machine.load(machine.take(id)));
            case "5" -> machine.complete(machine.accept(machine.load(machine.take(id))));
            case "6" -> machine.control("Abort", id);
            default -> {}
        }
    }

    private void forget(String id) throws Exception {
        machine.control("Abort", id);
        machine.control("Clear", id);
        assertThat(machine.state(id)).isEmpty();
    }

    @Test
    void oneOrderMoreThanTheMostIsNotAccepted() throws Exception {
        for (int i = 0; i < OrderedMachine.MOST; i++) {
            assertThat(machine.control("Store", plainOrder("JO-" + i))).isEqualTo(DONE);
        }
        assertThat(machine.control("Store", plainOrder("JO-X"))).isEqualTo(bits(4));
        assertThat(machine.read(OrderedMachine.control("/MaxDownloadableJobOrders")))
                .hasToString(String.valueOf(OrderedMachine.MOST));
    }

    /** OPC 40001-3: every response has an order, and every order beyond the first two states a response. */
    @Test
    void bothListsAgreeAtEveryStep() throws Exception {
        machine.control("StoreAndStart", plainOrder("JO-1"));
        machine.control("StoreAndStart", plainOrder("JO-2"));
        agree();
        Job job = machine.take("JO-1");
        agree();
        job = machine.load(job);
        agree();
        job = machine.accept(job);
        agree();
        machine.control("Abort", "JO-2");
        agree();
        machine.complete(job);
        agree();
        machine.control("Clear", "JO-2");
        agree();
    }

    private void agree() throws Exception {
        List<String> begun = new ArrayList<>();
        for (Isa95JobOrderAndState listed : machine.orders()) {
            if (listed.state().get(0).stateNumber().intValue() > 2) {
                begun.add(listed.jobOrder().jobOrderId() + numbers(listed.state()));
            }
        }
        assertThat(machine.responses())
                .extracting(response -> response.jobOrderId() + numbers(response.jobState()))
                .containsExactlyElementsOf(begun);
    }

    @Test
    void ordersSurviveARestart() throws Exception {
        machine.control("Store", order(machine, "JO-1", 1023, parameter("JobName", "n", List.of())));
        machine.control("StoreAndStart", plainOrder("JO-2"));
        machine.accept(machine.load(machine.take("JO-2")));
        List<Isa95JobOrderAndState> before = machine.orders();
        List<Isa95JobResponse> responses = machine.responses();

        machine = machine.restarted();

        assertThat(machine.orders()).isEqualTo(before);
        assertThat(machine.responses()).isEqualTo(responses);
    }

    @Test
    void ordersThatAnotherNodeTookChangedAndForgotAreShown() throws Exception {
        machine.control("Store", plainOrder("JO-1"));
        machine.control("Store", plainOrder("JO-2"));
        JobOrders record = machine.part(JobOrders.class);
        JobManagementFeature shown = machine.part(JobManagementFeature.class);
        BookedOrder first = record.find("M1", "JO-1").orElseThrow();
        BookedOrder second = record.find("M1", "JO-2").orElseThrow();

        record.delete(first);
        record.update(second, in(second, OrderState.ALLOWED));
        assertThat(machine.state("JO-2")).containsExactly(1, 1);
        shown.ordersChangedElsewhere(Set.of("M2"));
        assertThat(machine.state("JO-2")).containsExactly(1, 1);
        shown.ordersChangedElsewhere(Set.of("M1"));
        assertThat(machine.state("JO-1")).isEmpty();
        assertThat(machine.state("JO-2")).containsExactly(2, 1);

        record.insert(in(first, OrderState.ABORTED));
        shown.ordersChangedElsewhere(Set.of());
        assertThat(machine.state("JO-1")).containsExactly(6);
        agree();
    }

    /** The order as another node may have recorded it. */
    private static BookedOrder in(BookedOrder like, OrderState state) {
        return new BookedOrder(
                like.machine(),
                like.order(),
                state,
                like.storedAt(),
                like.startedAt(),
                like.endedAt(),
                like.runs(),
                like.trouble(),
                like.revision() + 1);
    }

    @Test
    void whatAMachineCanBeGivenOrdersForIsShown() throws Exception {
        assertThat((String[]) machine.read(OrderedMachine.control("/MaterialDefinitionID")))
                .containsExactly("B-1");
        assertThat((String[]) machine.read(OrderedMachine.control("/MaterialClassID")))
                .containsExactly("BLOCK");
        assertThat((String[]) machine.read(OrderedMachine.control("/EquipmentID")))
                .containsExactly("M1");
        ExtensionObject[] masters = (ExtensionObject[]) machine.read(OrderedMachine.control("/WorkMaster"));
        assertThat(((Isa95WorkMaster) machine.decoded(masters[0])).parameters().orElseThrow())
                .extracting(
                        Isa95Parameter::id,
                        declared -> declared.engineeringUnits().map(unit -> unit.getUnitId()))
                .containsExactly(tuple("speed", Optional.of(5394509)));
        assertThat(machine.client()
                        .readValue(0, TimestampsToReturn.Neither, OrderedMachine.control("/CurrentState"))
                        .statusCode()
                        .isGood())
                .isTrue();
    }
}
