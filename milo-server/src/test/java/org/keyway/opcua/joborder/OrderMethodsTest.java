package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.opcua.joborder.OrderedMachine.plainOrder;
import static org.keyway.opcua.joborder.SentOrders.DONE;
import static org.keyway.opcua.joborder.SentOrders.order;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Role;
import org.keyway.opcua.isa95.OutputInformation;

/** Methods are run with arguments that fit, by those who may. */
final class OrderMethodsTest {
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
        assertThat(store(new Variant(machine.encoded(plainOrder("JO-1"))), Variant.ofString("one comment"))
                        .getInputArgumentResults())
                .extracting(StatusCode::value)
                .containsExactly(StatusCodes.Good, StatusCodes.Bad_TypeMismatch);
        assertThat(machine.orders()).isEmpty();
    }

    @Test
    void argumentsThatAreMissingOrTooManyAreTold() throws Exception {
        Variant order = new Variant(machine.encoded(plainOrder("JO-1")));
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
        NodeId encoding = machine.encoded(plainOrder("JO-1")).getEncodingOrTypeId();

        CallMethodResult result =
                store(new Variant(ExtensionObject.of(ByteString.of(deep), encoding)), Variant.NULL_VALUE);

        assertThat(result.getStatusCode().value()).isEqualTo(StatusCodes.Bad_EncodingLimitsExceeded);
        assertThat(machine.control("Store", plainOrder("JO-1"))).isEqualTo(DONE);
    }

    @Test
    void whoIsNeitherASystemNorASupervisorMayLookAndGiveNoOrders() throws Exception {
        Variant order = new Variant(machine.encoded(plainOrder("JO-1")));
        CallMethodRequest store = new CallMethodRequest(
                OrderedMachine.control(""), OrderedMachine.control("/Store"), new Variant[] {order, Variant.NULL_VALUE
                });
        OpcUaClient operator = machine.client("operator", Role.OPERATOR);
        OpcUaClient supervisor = machine.client("supervisor", Role.SUPERVISOR);
        try {
            assertThat(operator.call(List.of(store))
                            .getResults()[0]
                            .getStatusCode()
                            .value())
                    .isEqualTo(StatusCodes.Bad_UserAccessDenied);
            assertThat(machine.orders()).isEmpty();
            assertThat(supervisor
                            .call(List.of(store))
                            .getResults()[0]
                            .getStatusCode()
                            .isGood())
                    .isTrue();
        } finally {
            operator.disconnect();
            supervisor.disconnect();
        }
    }

    @Test
    void methodsMayBeCalledByTheIdOfTheirType() throws Exception {
        CallMethodResult result = machine.call(
                OrderedMachine.control(""),
                new NodeId(5, 7001),
                new Variant(machine.encoded(plainOrder("JO-1"))),
                Variant.NULL_VALUE);

        assertThat(result.getOutputArguments()[0].value()).isEqualTo(ULong.valueOf(1));
        assertThat(machine.state("JO-1")).containsExactly(1, 1);
    }
}
