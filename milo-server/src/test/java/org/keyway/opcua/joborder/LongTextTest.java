package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.opcua.joborder.OrderedMachine.plainOrder;
import static org.keyway.opcua.joborder.SentOrders.DONE;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.CallResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Role;

/** Texts longer than any label and any name: who sends them is answered, and others are served meanwhile. */
final class LongTextTest {
    private static final int LONGEST_LABEL = 65_536;
    private static final int AT_ONCE = 20;

    @TempDir
    Path folder;

    private OrderedMachine machine;
    private OpcUaClient operator;

    @BeforeEach
    void serve() throws Exception {
        machine = new OrderedMachine(folder);
        operator = machine.client("operator", Role.OPERATOR);
    }

    @AfterEach
    void close() throws Exception {
        operator.disconnect();
        machine.close();
    }

    private static CallMethodRequest scan(String request, String data) {
        Variant none = Variant.ofString("");
        return new CallMethodRequest(new NodeId(8, "M1"), new NodeId(8, "M1/SubmitScan"), new Variant[] {
            Variant.ofString(request), none, none, Variant.ofString(data), none, none
        });
    }

    private CallMethodResult scanned(String request, String data) throws Exception {
        return operator.call(List.of(scan(request, data))).getResults()[0];
    }

    @Test
    void aLabelOfSixtyFourKilobytesIsRefusedOnRecord() throws Exception {
        CallMethodResult result = scanned("R-1", "A".repeat(LONGEST_LABEL));
        assertThat(result.getStatusCode().isGood()).isTrue();
        assertThat(result.getOutputArguments()[0].value()).as("ResultCode").isNotEqualTo(0);
        assertThat(result.getOutputArguments()[2].value()).as("JobOrderId").isNotEqualTo("");
    }

    @Test
    void aLongerOneIsAnArgumentOutOfRangeInWhateverLanguage() throws Exception {
        for (String data : List.of("A".repeat(LONGEST_LABEL + 1), "A".repeat(500_000), "\u5de5".repeat(150_000))) {
            CallMethodResult result = scanned("R-1", data);
            assertThat(result.getStatusCode().value()).isEqualTo(StatusCodes.Bad_InvalidArgument);
            assertThat(result.getInputArgumentResults())
                    .extracting(StatusCode::value)
                    .containsExactly(
                            StatusCodes.Good,
                            StatusCodes.Good,
                            StatusCodes.Good,
                            StatusCodes.Bad_OutOfRange,
                            StatusCodes.Good,
                            StatusCodes.Good);
        }
    }

    @Test
    void anOrderWithALongNameIsNotTakenOn() throws Exception {
        for (int length : new int[] {65_536, 300_000}) {
            assertThat(machine.control("Store", plainOrder("J".repeat(length)))).isNotEqualTo(DONE);
            assertThat(machine.control("Start", "J".repeat(65_536))).isNotEqualTo(DONE);
        }
        assertThat(machine.orders()).isEmpty();
        assertThat(machine.control("Store", plainOrder("JO-1"))).isEqualTo(DONE);
    }

    @Test
    void whileTheyAreSentOthersAreServed() throws Exception {
        var answers = IntStream.range(0, AT_ONCE)
                .mapToObj(each -> operator.callAsync(List.of(scan("R-" + each, "A".repeat(400_000)))))
                .toList();
        assertThat(machine.control("Store", plainOrder("JO-1"))).isEqualTo(DONE);
        for (var answer : answers) {
            CallResponse told = answer.get();
            assertThat(told.getResults()[0].getStatusCode().value()).isEqualTo(StatusCodes.Bad_InvalidArgument);
        }
    }
}
