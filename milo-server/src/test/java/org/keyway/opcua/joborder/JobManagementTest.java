package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.Job;
import org.keyway.opcua.isa95.Isa95Equipment;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobOrderAndState;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95Personnel;
import org.keyway.opcua.isa95.Isa95PhysicalAsset;
import org.keyway.opcua.isa95.Isa95Property;
import org.keyway.opcua.isa95.Isa95State;
import org.keyway.opcua.isa95.Isa95WorkMaster;
import org.keyway.opcua.isa95.OutputInformation;

/** A manufacturing execution system gives orders to a machine. */
final class JobManagementTest {
    private static final long DONE = 1;

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

    private static long bits(int... bits) {
        long all = 0;
        for (int bit : bits) {
            all |= 1L << bit;
        }
        return all;
    }

    private static <T> Optional<T> bit(int mask, int bit, T value) {
        return (mask & (1 << bit)) == 0 ? Optional.empty() : Optional.of(value);
    }

    private static Isa95Parameter parameter(String id, Object value, List<Isa95Parameter> inner) {
        return new Isa95Parameter(
                id,
                new Variant(value),
                Optional.empty(),
                Optional.empty(),
                inner.isEmpty() ? Optional.empty() : Optional.of(inner));
    }

    /** An order with the optional fields of a mask. */
    private Isa95JobOrder order(String id, int mask, Isa95Parameter... parameters) {
        DateTime at = new DateTime(Instant.parse("2026-11-25T08:00:00Z"));
        return new Isa95JobOrder(
                id,
                bit(mask, 0, List.of(new LocalizedText("zh", "齿轮"))),
                bit(mask, 1, List.of(new Isa95WorkMaster("mill", Optional.empty(), Optional.empty()))),
                bit(mask, 2, at),
                bit(mask, 3, at),
                bit(mask, 4, (short) 7),
                bit(mask, 5, List.of(parameters)),
                bit(
                        mask,
                        6,
                        List.of(new Isa95Personnel(
                                "w",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("1"),
                                Optional.empty(),
                                Optional.empty()))),
                bit(
                        mask,
                        7,
                        List.of(new Isa95Equipment(
                                "M1",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("1"),
                                Optional.empty(),
                                Optional.empty()))),
                bit(
                        mask,
                        8,
                        List.of(new Isa95PhysicalAsset(
                                "A",
                                Optional.empty(),
                                Optional.of("u"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))),
                bit(mask, 9, List.of(produced("B-1"))));
    }

    private Isa95JobOrder order(String id) {
        return order(id, 0);
    }

    /** An order for one part of product {@code B-1}, with parameters. */
    private Isa95JobOrder orderOfPart(String id, Isa95Parameter... parameters) {
        return order(id, parameters.length == 0 ? 1 << 9 : 1 << 9 | 1 << 5, parameters);
    }

    private Isa95Material produced(String product) {
        ExtensionObject item = ExtensionObject.encode(
                machine.client().getStaticEncodingContext(),
                new OutputInformation(product, UByte.valueOf(0), Optional.empty(), Optional.empty(), Optional.empty()));
        return new Isa95Material(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Material produced"),
                Optional.of("1"),
                Optional.empty(),
                Optional.of(List.of(new Isa95Property(
                        "Identification", new Variant(item), Optional.empty(), Optional.empty(), Optional.empty()))));
    }

    /** State numbers of an entry, the top one first. */
    private static List<Integer> numbers(List<Isa95State> states) {
        return states.stream().map(state -> state.stateNumber().intValue()).toList();
    }

    private List<Integer> state(String id) throws Exception {
        return machine.order(id).map(listed -> numbers(listed.state())).orElse(List.of());
    }

    @Test
    void everySubsetOfOptionalFieldsIsStoredAndListedAsItWasSent() throws Exception {
        for (int mask = 0; mask < 1024; mask++) {
            Isa95JobOrder sent = order("JO-" + mask, mask, parameter("JobName", "n", List.of()));
            assertThat(machine.control("Store", sent)).isEqualTo(DONE);
            assertThat(machine.order("JO-" + mask).map(Isa95JobOrderAndState::jobOrder))
                    .contains(sent);
            assertThat(machine.control("Cancel", "JO-" + mask)).isEqualTo(DONE);
        }
        assertThat(machine.orders()).isEmpty();
    }

    @Test
    void nestedSubparametersAndArraysAreListedAsTheyWereSent() throws Exception {
        Isa95Parameter third = parameter("c", new Integer[] {1, 2, 3}, List.of());
        Isa95Parameter second =
                parameter("b", new Variant[] {Variant.ofString("x"), Variant.ofBoolean(true)}, List.of(third));
        Isa95JobOrder sent = orderOfPart("JO-1", parameter("mes:a", 1.5f, List.of(second, third)));

        assertThat(machine.control("Store", sent)).isEqualTo(DONE);
        assertThat(machine.order("JO-1").map(Isa95JobOrderAndState::jobOrder)).contains(sent);
    }

    @Test
    void whatIsStoredWaitsUntilItIsStartedAndTopStatesComeFirstWithoutAPath() throws Exception {
        machine.control("Store", order("JO-1"));
        assertThat(state("JO-1")).containsExactly(1, 1);
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
        assertThat(state("JO-1")).containsExactly(1, 1);
    }

    @Test
    void storingTheSameAgainSucceedsAndSomethingElseUnderItsIdDoesNot() throws Exception {
        assertThat(machine.control("Store", order("JO-1"))).isEqualTo(DONE);
        assertThat(machine.control("Store", order("JO-1"))).isEqualTo(DONE);
        assertThat(machine.control("Store", order("JO-1", 1))).isEqualTo(bits(4, 37));
        assertThat(machine.orders()).hasSize(1);
    }

    @Test
    void anUnknownOrderIsToldWithAGoodStatus() throws Exception {
        for (String method : List.of("Start", "RevokeStart", "Stop", "Abort", "Cancel", "Clear")) {
            assertThat(machine.control(method, "none")).as(method).isEqualTo(bits(1));
        }
        assertThat(machine.control("Update", order("none"))).isEqualTo(bits(1));
        CallMethodResult result = machine.call(
                OrderedMachine.results(""),
                OrderedMachine.results("/RequestJobResponseByJobOrderID"),
                Variant.ofString("none"));
        assertThat(result.getStatusCode().isGood()).isTrue();
        assertThat(result.getOutputArguments()[1].value()).isEqualTo(ULong.valueOf(2));
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
                List<Integer> before = state(id);
                assertThat(before.get(0)).hasToString(from);

                long status = machine.control(method, method.equals("Update") ? order(id, 1) : id);

                boolean isLegal = row.subList(1, row.size()).contains(from);
                assertThat(status).as("%s from %s", method, from).isEqualTo(isLegal ? DONE : bits(3));
                if (!isLegal) {
                    assertThat(state(id)).isEqualTo(before);
                }
                forget(id);
            }
        }
    }

    private void bring(String id, String top) throws Exception {
        machine.control(top.equals("1") ? "Store" : "StoreAndStart", order(id));
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
        assertThat(state(id)).isEmpty();
    }

    @Test
    void oneOrderMoreThanTheMostIsNotAccepted() throws Exception {
        for (int i = 0; i < OrderedMachine.MOST; i++) {
            assertThat(machine.control("Store", order("JO-" + i))).isEqualTo(DONE);
        }
        assertThat(machine.control("Store", order("JO-X"))).isEqualTo(bits(4));
        assertThat(machine.read(OrderedMachine.control("/MaxDownloadableJobOrders")))
                .hasToString(String.valueOf(OrderedMachine.MOST));
    }

    @Test
    void valuesThatAreNotReleasedAreRefusedWithTheirBit() throws Exception {
        assertThat(machine.control("Store", orderOfPart("JO-1", parameter("speed", 12001.0, List.of()))))
                .isEqualTo(bits(4, 33));
        assertThat(machine.control("Store", orderOfPart("JO-1", parameter("speed", 8001.0, List.of()))))
                .isEqualTo(bits(4, 34));
        assertThat(machine.control("Store", orderOfPart("JO-1", parameter("sped", 8000, List.of()))))
                .isEqualTo(bits(4, 35));
        assertThat(machine.control("Store", orderOfPart("JO-1", parameter("speed", 8000, List.of()))))
                .isEqualTo(DONE);
    }

    @Test
    void anOrderGoesAlongWithItsJobAndItsResponseTellsWhatTheMachineHeld() throws Exception {
        machine.control("StoreAndStart", orderOfPart("JO-1"));
        Job job = machine.take("JO-1");
        assertThat(state("JO-1")).containsExactly(2, 2);
        job = machine.load(job);
        assertThat(state("JO-1")).containsExactly(2, 3);
        assertThat(machine.responses()).isEmpty();
        job = machine.accept(job);
        assertThat(state("JO-1")).containsExactly(3);
        assertThat(machine.responses()).hasSize(1);
        machine.complete(job);
        assertThat(state("JO-1")).containsExactly(5, 1);

        Isa95JobResponse response = fetch("JO-1");
        assertThat(numbers(response.jobState())).containsExactly(5, 1);
        assertThat(response.startTime()).isPresent();
        assertThat(response.endTime()).isPresent();
        assertThat(response.jobResponseData().orElseThrow())
                .extracting(Isa95Parameter::id, datum -> datum.value().value())
                .contains(tuple("JobResult", 1), tuple("speed", 8000.0));
        assertThat(response.materialActuals().orElseThrow())
                .extracting(Isa95Material::materialDefinitionId, Isa95Material::materialLotId)
                .containsExactly(tuple(Optional.of("B-1"), Optional.of("LOT-7")));
        assertThat(state("JO-1")).containsExactly(5, 2);
        assertThat(machine.control("Clear", "JO-1")).isEqualTo(DONE);
        assertThat(machine.responses()).isEmpty();
    }

    private Isa95JobResponse fetch(String id) throws Exception {
        CallMethodResult result = machine.call(
                OrderedMachine.results(""),
                OrderedMachine.results("/RequestJobResponseByJobOrderID"),
                Variant.ofString(id));
        assertThat(result.getOutputArguments()[1].value()).isEqualTo(ULong.valueOf(1));
        return (Isa95JobResponse) decoded(result.getOutputArguments()[0].value());
    }

    private Object decoded(@Nullable Object body) {
        return ((ExtensionObject) Objects.requireNonNull(body))
                .decode(machine.client().getStaticEncodingContext());
    }

    @Test
    void responsesAreAskedForByStateToo() throws Exception {
        machine.control("StoreAndStart", order("JO-1"));
        machine.control("StoreAndStart", order("JO-2"));
        machine.control("Abort", "JO-2");
        Isa95State aborted = machine.order("JO-2").orElseThrow().state().get(0);

        CallMethodResult result = machine.call(
                OrderedMachine.results(""),
                OrderedMachine.results("/RequestJobResponseByJobOrderState"),
                new Variant(new ExtensionObject[] {
                    ExtensionObject.encode(machine.client().getStaticEncodingContext(), aborted)
                }));

        assertThat(result.getOutputArguments()[1].value()).isEqualTo(ULong.valueOf(1));
        assertThat((ExtensionObject[]) result.getOutputArguments()[0].value())
                .extracting(body -> ((Isa95JobResponse) decoded(body)).jobOrderId())
                .containsExactly("JO-2");
    }

    /** OPC 40001-3: every response has an order, and every order beyond the first two states a response. */
    @Test
    void bothListsAgreeAtEveryStep() throws Exception {
        machine.control("StoreAndStart", order("JO-1"));
        machine.control("StoreAndStart", order("JO-2"));
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
        machine.control("Store", order("JO-1", 1023, parameter("JobName", "n", List.of())));
        machine.control("StoreAndStart", order("JO-2"));
        machine.accept(machine.load(machine.take("JO-2")));
        List<Isa95JobOrderAndState> before = machine.orders();
        List<Isa95JobResponse> responses = machine.responses();

        machine = machine.restarted();

        assertThat(machine.orders()).isEqualTo(before);
        assertThat(machine.responses()).isEqualTo(responses);
    }

    private CallMethodResult store(Variant... arguments) throws Exception {
        return machine.call(OrderedMachine.control(""), OrderedMachine.control("/Store"), arguments);
    }

    @Test
    void whatIsNoJobOrderIsAnInvalidArgumentAndNothingElse() throws Exception {
        Variant comment = Variant.NULL_VALUE;
        ExtensionObject other = ExtensionObject.encode(
                machine.client().getStaticEncodingContext(),
                new OutputInformation("x", UByte.valueOf(0), Optional.empty(), Optional.empty(), Optional.empty()));
        for (Object wrong : new Object[] {"text", 5, new String[] {"a"}, other, new ExtensionObject[] {other}}) {
            CallMethodResult result = store(new Variant(wrong), comment);
            assertThat(result.getStatusCode().value()).as("%s", wrong).isEqualTo(StatusCodes.Bad_InvalidArgument);
            assertThat(result.getInputArgumentResults())
                    .extracting(StatusCode::value)
                    .containsExactly(StatusCodes.Bad_TypeMismatch, StatusCodes.Good);
        }
        assertThat(store(Variant.NULL_VALUE, comment).getStatusCode().value())
                .isEqualTo(StatusCodes.Bad_InvalidArgument);
        assertThat(store(new Variant(machine.encoded(order("JO-1"))), Variant.ofString("one comment"))
                        .getInputArgumentResults())
                .extracting(StatusCode::value)
                .containsExactly(StatusCodes.Good, StatusCodes.Bad_TypeMismatch);
        assertThat(machine.orders()).isEmpty();
    }

    @Test
    void argumentsThatAreMissingOrTooManyAreTold() throws Exception {
        Variant order = new Variant(machine.encoded(order("JO-1")));
        assertThat(store().getStatusCode().value()).isEqualTo(StatusCodes.Bad_ArgumentsMissing);
        assertThat(store(order).getStatusCode().value()).isEqualTo(StatusCodes.Bad_ArgumentsMissing);
        assertThat(store(order, Variant.NULL_VALUE, Variant.NULL_VALUE)
                        .getStatusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_TooManyArguments);
        assertThat(store(order, Variant.NULL_VALUE).getStatusCode().isGood()).isTrue();
    }

    @Test
    void recursionTooDeepIsRefusedAndTheServerGoesOn() throws Exception {
        byte[] deep = new byte[300_000];
        int at = 0;
        deep[at] = 32; // JobOrderParameters
        at += 8;
        deep[at] = 1;
        at += 4;
        while (at + 13 <= deep.length) {
            deep[at] = 4; // Subparameters
            deep[at + 9] = 1;
            at += 13;
        }
        NodeId encoding = machine.encoded(order("JO-1")).getEncodingOrTypeId();

        CallMethodResult result =
                store(new Variant(ExtensionObject.of(ByteString.of(deep), encoding)), Variant.NULL_VALUE);

        assertThat(result.getStatusCode().value()).isEqualTo(StatusCodes.Bad_EncodingLimitsExceeded);
        assertThat(machine.control("Store", order("JO-1"))).isEqualTo(DONE);
    }

    @Test
    void idsOf64KilobytesAreInvalidAndAParameterOfThatLengthIsKept() throws Exception {
        String text = String.join("", Collections.nCopies(65_536, "x"));
        assertThat(machine.control("Store", order(text))).isEqualTo(bits(32));
        Isa95JobOrder sent = orderOfPart("JO-1", parameter("mes:text", text, List.of()));
        assertThat(machine.control("Store", sent)).isEqualTo(DONE);
        assertThat(machine.order("JO-1").map(Isa95JobOrderAndState::jobOrder)).contains(sent);
    }
}
