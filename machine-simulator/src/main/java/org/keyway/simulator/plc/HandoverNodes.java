package org.keyway.simulator.plc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;

/** The nodes of a hand-over as a PLC's client reads and writes them, over one connection. */
final class HandoverNodes {
    private static final List<String> READ = List.of(
            "GatewayEpoch",
            "GatewayHeartbeat",
            "OfferSeqBegin",
            "OfferSeqEnd",
            "RunsPlanned",
            "RecipeRevision",
            "ProgramNo",
            "JobOrderId",
            "ProductId",
            "SerialNumber",
            "RecipeId",
            "ProgramName",
            "ParamCount",
            "ParamNo",
            "ParamValue",
            "ParamValueF",
            "OfferCrc",
            "CommitStageNo",
            "CommitSeq",
            "WithdrawSeq");

    private final OpcUaClient client;
    private final int namespace;
    private final String path;
    private final boolean floats;
    private final List<NodeId> read;

    /**
     * Finds the nodes.
     *
     * @param uri the namespace
     * @param path what stands before each name, such as {@code CNC01/Handover/}
     */
    HandoverNodes(OpcUaClient client, String uri, String path, boolean floats) throws UaException {
        this.client = client;
        UShort index = client.readNamespaceTable().getIndex(uri);
        if (index == null) {
            throw new UaException(new StatusCode(0x80330000L), "no namespace " + uri);
        }
        this.namespace = index.intValue();
        this.path = path;
        this.floats = floats;
        this.read = READ.stream().map(this::id).toList();
    }

    private NodeId id(String name) {
        return new NodeId(namespace, path + name);
    }

    OpcUaClient client() {
        return client;
    }

    /** Everything in one request. */
    OfferImage read() throws UaException {
        return image(client.readValues(0.0, TimestampsToReturn.Neither, read));
    }

    /** Node by node, as a PLC does whose client can't do better. */
    OfferImage readOneByOne() throws UaException {
        List<DataValue> values = new ArrayList<>();
        for (NodeId node : read) {
            values.addAll(client.readValues(0.0, TimestampsToReturn.Neither, List.of(node)));
        }
        return image(values);
    }

    private OfferImage image(List<DataValue> values) throws UaException {
        for (DataValue value : values) {
            if (!value.statusCode().isGood()) {
                throw new UaException(value.statusCode());
            }
        }
        return new OfferImage(
                number(values, "GatewayEpoch"),
                number(values, "GatewayHeartbeat"),
                number(values, "OfferSeqBegin"),
                number(values, "OfferSeqEnd"),
                number(values, "RunsPlanned"),
                number(values, "RecipeRevision"),
                number(values, "ProgramNo"),
                text(values, "JobOrderId"),
                text(values, "ProductId"),
                text(values, "SerialNumber"),
                text(values, "RecipeId"),
                text(values, "ProgramName"),
                (int) number(values, "ParamCount"),
                numbers(values, "ParamNo").stream().map(Number::intValue).toList(),
                numbers(values, floats ? "ParamValueF" : "ParamValue").stream()
                        .map(Number::doubleValue)
                        .toList(),
                number(values, "OfferCrc"),
                number(values, "CommitStageNo"),
                number(values, "CommitSeq"),
                number(values, "WithdrawSeq"));
    }

    private static Object value(List<DataValue> values, String name) {
        Object value = values.get(READ.indexOf(name)).value().value();
        return value == null ? "" : value;
    }

    private static long number(List<DataValue> values, String name) {
        return value(values, name) instanceof Number number ? number.longValue() : 0;
    }

    private static String text(List<DataValue> values, String name) {
        return value(values, name).toString();
    }

    private static List<Number> numbers(List<DataValue> values, String name) {
        List<Number> numbers = new ArrayList<>();
        if (value(values, name) instanceof Object[] items) {
            for (Object item : items) {
                numbers.add(item instanceof Number number ? number : 0);
            }
        }
        return numbers;
    }

    /** The whole report in one request; {@code AckCounter} last. */
    void write(PlcReport report) throws UaException {
        List<NodeId> nodes = new ArrayList<>();
        List<DataValue> values = new ArrayList<>();
        add(nodes, values, "PlcBootId", UInteger.valueOf(report.bootId()));
        add(nodes, values, "StageNo", UInteger.valueOf(report.stageNo()));
        add(nodes, values, "StageCrc", UInteger.valueOf(report.stageCrc()));
        add(nodes, values, "EchoCount", UInteger.valueOf(report.echoNo().size()));
        if (!report.echoNo().isEmpty()) {
            UShort[] numbers = new UShort[PlcProgram.MOST_PARAMETERS];
            Arrays.fill(numbers, UShort.MIN);
            for (int i = 0; i < report.echoNo().size(); i++) {
                numbers[i] = UShort.valueOf(report.echoNo().get(i));
            }
            add(nodes, values, "EchoNo", numbers);
            add(nodes, values, floats ? "EchoValueF" : "EchoValue", echo(report));
        }
        add(nodes, values, "PlcState", report.state());
        add(nodes, values, "StageSeq", UInteger.valueOf(report.stageSeq()));
        add(nodes, values, "ActiveSeq", UInteger.valueOf(report.activeSeq()));
        add(nodes, values, "LastDoneSeq", UInteger.valueOf(report.lastDoneSeq()));
        add(nodes, values, "RejectCode", UShort.valueOf(report.rejectCode()));
        add(nodes, values, "RejectParamNo", UShort.valueOf(report.rejectParamNo()));
        add(nodes, values, "RunsCompleted", UInteger.valueOf(report.runsCompleted()));
        add(nodes, values, "PartsGood", UInteger.valueOf(report.partsGood()));
        add(nodes, values, "ResultCode", report.resultCode());
        add(nodes, values, "AckSeq", UInteger.valueOf(report.ackSeq()));
        add(nodes, values, "AckCounter", UInteger.valueOf(report.ackCounter()));
        write(nodes, values);
    }

    /** Arrays are written in their full length. */
    private Object echo(PlcReport report) {
        Double[] doubles = new Double[PlcProgram.MOST_PARAMETERS];
        Float[] singles = new Float[PlcProgram.MOST_PARAMETERS];
        Arrays.fill(doubles, 0.0);
        Arrays.fill(singles, 0.0f);
        for (int i = 0; i < report.echoValue().size(); i++) {
            doubles[i] = report.echoValue().get(i);
            singles[i] = report.echoValue().get(i).floatValue();
        }
        return floats ? singles : doubles;
    }

    void beat(long count) throws UaException {
        List<NodeId> nodes = new ArrayList<>();
        List<DataValue> values = new ArrayList<>();
        add(nodes, values, "PlcHeartbeat", UInteger.valueOf(count));
        write(nodes, values);
    }

    private void add(List<NodeId> nodes, List<DataValue> values, String name, Object value) {
        nodes.add(id(name));
        values.add(DataValue.valueOnly(Variant.of(value)));
    }

    private void write(List<NodeId> nodes, List<DataValue> values) throws UaException {
        for (StatusCode answer : client.writeValues(nodes, values)) {
            if (!answer.isGood()) {
                throw new UaException(answer);
            }
        }
    }
}
