package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingContext;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.Namespaces;
import org.keyway.opcua.space.NodeMaker;

/** What the stack would take and we don't. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WriteCheckTest {
    private static final Double[] THREE = {1.0, 2.0, 3.0};

    private final Targets targets = new Targets();

    @SuppressWarnings("NullAway.Init") // set before all
    private GuardedFloor floor;

    @SuppressWarnings("NullAway.Init") // set before all
    private OpcUaClient client;

    /** Variables of several types that a PLC may write. */
    private static final class Targets implements MachineFeature {
        @Override
        public Attachment attach(MachineNode machine) {
            NodeMaker maker = machine.maker(AccessGroup.HANDOVER_PLC);
            UaVariableNode number = maker.variable(machine.root(), name(machine, "Number"), NodeIds.Double, 0.0);
            Range range = new Range(-10.0, 10.0);
            maker.property(
                    number,
                    new QualifiedName(0, "EURange"),
                    NodeIds.Range,
                    ExtensionObject.encode(machine.server().getStaticEncodingContext(), range));
            maker.writable(number);
            maker.writable(maker.variable(machine.root(), name(machine, "Count"), NodeIds.UInt32, null));
            maker.writable(maker.variable(machine.root(), name(machine, "Text"), NodeIds.String, ""));
            maker.writable(maker.variable(machine.root(), name(machine, "Range"), NodeIds.Range, null));
            maker.writable(maker.array(machine.root(), name(machine, "Numbers"), NodeIds.Double, 3, THREE));
            return new Attachment() {};
        }

        private static QualifiedName name(MachineNode machine, String name) {
            return machine.name(Namespaces.TYPES, name);
        }
    }

    @BeforeAll
    void open(@TempDir Path pki) throws Exception {
        floor = new GuardedFloor(pki, Set.of(targets));
        client = floor.kept(floor.workshop.client());
    }

    @AfterAll
    void close() throws Exception {
        floor.close();
    }

    private StatusCode write(String node, DataValue value) throws Exception {
        return client.writeValues(List.of(new NodeId(8, "M1/" + node)), List.of(value))
                .get(0);
    }

    private static ExtensionObject encoded(UaStructuredType value) {
        return ExtensionObject.encode(DefaultEncodingContext.INSTANCE, value);
    }

    static Stream<Arguments> whatIsRefused() {
        return Stream.of(
                Arguments.of("Number", Double.NaN, StatusCodes.Bad_OutOfRange),
                Arguments.of("Number", Double.POSITIVE_INFINITY, StatusCodes.Bad_OutOfRange),
                Arguments.of("Number", 10.5, StatusCodes.Bad_OutOfRange),
                Arguments.of("Number", -10.5, StatusCodes.Bad_OutOfRange),
                Arguments.of("Number", THREE, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Number", 1.0f, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Number", 1, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Count", 1, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Text", 1, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Text", "x".repeat(65_536), StatusCodes.Bad_OutOfRange),
                Arguments.of(
                        "Range",
                        encoded(new Argument("a", NodeIds.String, -1, null, null)),
                        StatusCodes.Bad_TypeMismatch),
                Arguments.of("Numbers", 1.0, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Numbers", new Double[] {1.0, 2.0}, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Numbers", new Double[] {1.0, 2.0, 3.0, 4.0}, StatusCodes.Bad_TypeMismatch),
                Arguments.of("Numbers", new Double[] {1.0, Double.NaN, 3.0}, StatusCodes.Bad_OutOfRange));
    }

    @ParameterizedTest
    @MethodSource("whatIsRefused")
    void aValueThatCanNotBeIsRefused(String node, Object value, long status) throws Exception {
        assertThat(write(node, DataValue.valueOnly(Variant.of(value))).value()).isEqualTo(status);
    }

    @Test
    void aValueThatCanBeIsTaken() throws Exception {
        assertThat(write("Number", DataValue.valueOnly(Variant.of(10.0))).isGood())
                .isTrue();
        assertThat(write("Text", DataValue.valueOnly(Variant.of("零件"))).isGood())
                .isTrue();
        assertThat(write("Numbers", DataValue.valueOnly(Variant.of(THREE))).isGood())
                .isTrue();
        assertThat(write("Range", DataValue.valueOnly(Variant.of(encoded(new Range(0.0, 1.0)))))
                        .isGood())
                .isTrue();
    }

    @Test
    void aValueThatIsSaidNotToBeGoodIsRefused() throws Exception {
        StatusCode bad = new StatusCode(StatusCodes.Bad_SensorFailure);
        assertThat(write("Number", new DataValue(Variant.of(1.0), bad, null, null))
                        .value())
                .isEqualTo(StatusCodes.Bad_WriteNotSupported);
    }

    @Test
    void theClockOfAClientIsNotTaken() throws Exception {
        DateTime longAgo = new DateTime(Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(write("Number", new DataValue(Variant.of(2.0), StatusCode.GOOD, longAgo, longAgo))
                        .isGood())
                .isTrue();
        DataValue read = client.readValue(0, TimestampsToReturn.Both, new NodeId(8, "M1/Number"));
        assertThat(read.value().value()).isEqualTo(2.0);
        assertThat(read.sourceTime()).isNotNull().isNotEqualTo(longAgo);
    }

    @Test
    void aFilterOfOursIsNotSkippedByOneBeforeIt() throws Exception {
        UaVariableNode node = floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        node.getFilterChain().addFirst(new ForwardingFilter() {});
        node.getFilterChain().addLast(new ForwardingFilter() {
            @Override
            public void writeAttribute(AttributeFilterContext context, AttributeId attribute, @Nullable Object value)
                    throws UaException {
                seen.add("last");
                super.writeAttribute(context, attribute, value);
            }
        });
        StatusCode status = client.writeValues(List.of(node.getNodeId()), List.of(DataValue.valueOnly(Variant.of(3))))
                .get(0);
        assertThat(status.isGood()).isTrue();
        assertThat(seen).containsExactly("last");
        assertThat(client.writeValues(
                                List.of(node.getNodeId()),
                                List.of(new DataValue(
                                        Variant.of(4), new StatusCode(StatusCodes.Bad_SensorFailure), null, null)))
                        .get(0)
                        .value())
                .isEqualTo(StatusCodes.Bad_WriteNotSupported);
    }
}
