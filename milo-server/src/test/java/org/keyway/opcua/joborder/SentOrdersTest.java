package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.opcua.joborder.OrderedMachine.plainOrder;
import static org.keyway.opcua.joborder.SentOrders.DONE;
import static org.keyway.opcua.joborder.SentOrders.bits;
import static org.keyway.opcua.joborder.SentOrders.order;
import static org.keyway.opcua.joborder.SentOrders.orderOfPart;
import static org.keyway.opcua.joborder.SentOrders.parameter;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobOrderAndState;
import org.keyway.opcua.isa95.Isa95Parameter;

/** What an order says is given back as it was sent, or refused with its bit. */
final class SentOrdersTest {
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
    void everySubsetOfOptionalFieldsIsStoredAndListedAsItWasSent() throws Exception {
        for (int mask = 0; mask < 1024; mask++) {
            Isa95JobOrder sent = order(machine, "JO-" + mask, mask, parameter("JobName", "n", List.of()));
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
        Isa95JobOrder sent = orderOfPart(machine, "JO-1", parameter("mes:a", 1.5f, List.of(second, third)));

        assertThat(machine.control("Store", sent)).isEqualTo(DONE);
        assertThat(machine.order("JO-1").map(Isa95JobOrderAndState::jobOrder)).contains(sent);
    }

    @Test
    void valuesThatAreNotReleasedAreRefusedWithTheirBit() throws Exception {
        assertThat(machine.control("Store", orderOfPart(machine, "JO-1", parameter("speed", 12001.0, List.of()))))
                .isEqualTo(bits(4, 33));
        assertThat(machine.control("Store", orderOfPart(machine, "JO-1", parameter("speed", 8001.0, List.of()))))
                .isEqualTo(bits(4, 34));
        assertThat(machine.control("Store", orderOfPart(machine, "JO-1", parameter("sped", 8000, List.of()))))
                .isEqualTo(bits(4, 35));
        assertThat(machine.control("Store", orderOfPart(machine, "JO-1", parameter("speed", 8000, List.of()))))
                .isEqualTo(DONE);
    }

    @Test
    void aUnitOfAListThatNobodyKnowsIsNotTakenForNone() throws Exception {
        EUInformation unknown =
                new EUInformation("urn:mes:units", 7, LocalizedText.NULL_VALUE, LocalizedText.NULL_VALUE);
        Isa95Parameter speed = new Isa95Parameter(
                "speed", Variant.ofDouble(8000), Optional.empty(), Optional.of(unknown), Optional.empty());
        assertThat(machine.control("Store", orderOfPart(machine, "JO-1", speed)))
                .isEqualTo(bits(4, 36));
    }

    @Test
    void idsOf64KilobytesAreInvalidAndAParameterOfThatLengthIsKept() throws Exception {
        String text = String.join("", Collections.nCopies(65_536, "x"));
        assertThat(machine.control("Store", plainOrder(text))).isEqualTo(bits(4, 32));
        Isa95JobOrder sent = orderOfPart(machine, "JO-1", parameter("mes:text", text, List.of()));
        assertThat(machine.control("Store", sent)).isEqualTo(DONE);
        assertThat(machine.order("JO-1").map(Isa95JobOrderAndState::jobOrder)).contains(sent);
    }
}
