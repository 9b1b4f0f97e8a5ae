package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.keyway.opcua.joborder.OrderedMachine.plainOrder;
import static org.keyway.opcua.joborder.SentOrders.DONE;
import static org.keyway.opcua.joborder.SentOrders.bits;
import static org.keyway.opcua.joborder.SentOrders.numbers;
import static org.keyway.opcua.joborder.SentOrders.orderOfPart;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.Job;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95State;

/** What became of an order is told to whoever asks. */
final class JobResponsesTest {
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
    void anUnknownOrderIsToldWithAGoodStatus() throws Exception {
        for (String method : List.of("Start", "RevokeStart", "Stop", "Abort", "Cancel", "Clear")) {
            assertThat(machine.control(method, "none")).as(method).isEqualTo(bits(1));
        }
        assertThat(machine.control("Update", plainOrder("none"))).isEqualTo(bits(1));
        CallMethodResult result = machine.call(
                OrderedMachine.results(""),
                OrderedMachine.results("/RequestJobResponseByJobOrderID"),
                Variant.ofString("none"));
        assertThat(result.getStatusCode().isGood()).isTrue();
        assertThat(result.getOutputArguments()[1].value()).isEqualTo(ULong.valueOf(2));
    }

    @Test
    void anOrderGoesAlongWithItsJobAndItsResponseTellsWhatTheMachineHeld() throws Exception {
        machine.control("StoreAndStart", orderOfPart(machine, "JO-1"));
        Job job = machine.take("JO-1");
        assertThat(machine.state("JO-1")).containsExactly(2, 2);
        job = machine.load(job);
        assertThat(machine.state("JO-1")).containsExactly(2, 3);
        assertThat(machine.responses()).isEmpty();
        job = machine.accept(job);
        assertThat(machine.state("JO-1")).containsExactly(3);
        assertThat(machine.responses()).hasSize(1);
        machine.complete(job);
        assertThat(machine.state("JO-1")).containsExactly(5, 1);

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
        assertThat(machine.state("JO-1")).containsExactly(5, 2);
        assertThat(machine.control("Clear", "JO-1")).isEqualTo(DONE);
        assertThat(machine.responses()).isEmpty();
    }

    private Isa95JobResponse fetch(String id) throws Exception {
        CallMethodResult result = machine.call(
                OrderedMachine.results(""),
                OrderedMachine.results("/RequestJobResponseByJobOrderID"),
                Variant.ofString(id));
        assertThat(result.getOutputArguments()[1].value()).isEqualTo(ULong.valueOf(1));
        return (Isa95JobResponse) machine.decoded(result.getOutputArguments()[0].value());
    }

    @Test
    void responsesAreAskedForByStateToo() throws Exception {
        machine.control("StoreAndStart", plainOrder("JO-1"));
        machine.control("StoreAndStart", plainOrder("JO-2"));
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
                .extracting(body -> ((Isa95JobResponse) machine.decoded(body)).jobOrderId())
                .containsExactly("JO-2");
    }
}
