package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.keyway.opcua.joborder.SentOrders.DONE;
import static org.keyway.opcua.joborder.SentOrders.numbers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.Job;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95WorkMaster;
import org.keyway.opcua.isa95.OutputInformation;

/** What is scanned without an order is listed too, as the order that a system would have sent. */
final class ScannedOrdersTest {
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

    private void awaitState(Job job, Integer... states) {
        await().untilAsserted(() -> assertThat(machine.state(job.id())).containsExactly(states));
    }

    @Test
    void itSaysWhatTheMachineGetsAndForWhichPart() throws Exception {
        Job job = machine.take();
        awaitState(job, 2, 2);

        Isa95JobOrder order = machine.order(job.id()).orElseThrow().jobOrder();
        assertThat(order.workMasterId().orElseThrow())
                .extracting(Isa95WorkMaster::id)
                .containsExactly("SPEED@1");
        assertThat(order.jobOrderParameters().orElseThrow())
                .extracting(
                        Isa95Parameter::id,
                        given -> given.value().value(),
                        given -> given.engineeringUnits().map(EUInformation::getUnitId))
                .containsExactly(
                        tuple("RunsPlanned", UInteger.valueOf(1), Optional.empty()),
                        tuple("JobExecutionMode", 2, Optional.empty()),
                        tuple("speed", 8000.0, Optional.of(5394509)));
        Isa95Material part = order.materialRequirements().orElseThrow().get(0);
        assertThat(part.materialUse()).contains("Material produced");
        assertThat(part.quantity()).contains("1");
        assertThat(part.engineeringUnits().map(EUInformation::getUnitId)).contains(4732983);
        assertThat(part.properties().orElseThrow()).singleElement().satisfies(property -> {
            assertThat(property.id()).isEqualTo("Identification");
            OutputInformation item =
                    (OutputInformation) machine.decoded(property.value().value());
            assertThat(item.itemNumber()).isEqualTo("B-1");
            assertThat(item.outputInfo().intValue()).isEqualTo(6);
            assertThat(item.lotNumber()).contains("LOT-7");
            assertThat(item.serialNumber()).contains("SN-1");
        });
        assertThat(machine.responses()).isEmpty();
    }

    @Test
    void itEndsWithAResponseSurvivesARestartAndIsCleared() throws Exception {
        Job job = machine.accept(machine.load(machine.take()));
        awaitState(job, 3);
        assertThat(machine.responses())
                .extracting(Isa95JobResponse::jobOrderId, response -> numbers(response.jobState()))
                .containsExactly(tuple(job.id(), List.of(3)));
        machine.complete(job);
        awaitState(job, 5, 1);

        machine = machine.restarted();

        assertThat(machine.state(job.id())).containsExactly(5, 1);
        assertThat(machine.responses()).singleElement().satisfies(response -> {
            assertThat(response.materialActuals().orElseThrow())
                    .extracting(Isa95Material::materialLotId)
                    .containsExactly(Optional.of("LOT-7"));
            assertThat(response.jobResponseData().orElseThrow())
                    .extracting(Isa95Parameter::id, datum -> datum.value().value())
                    .contains(tuple("JobResult", 1), tuple("speed", 8000.0));
        });
        assertThat(machine.control("Clear", job.id())).isEqualTo(DONE);
        assertThat(machine.orders()).isEmpty();
        assertThat(machine.responses()).isEmpty();
    }

    @Test
    void ofThoseThatEndedTheNewestAreKept() throws Exception {
        Job last = machine.take();
        for (int i = 0; i <= OrderedMachine.SCANS; i++) {
            machine.complete(machine.accept(machine.load(last)));
            awaitState(last, 5, 1);
            last = machine.take();
        }
        awaitState(last, 2, 2);
        assertThat(machine.orders()).hasSize(OrderedMachine.SCANS + 1);
    }
}
