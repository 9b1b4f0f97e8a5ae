package org.keyway.benchmark.opcua;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.keyway.app.KeywayServer;

/** How often in a second one client reads the 26 nodes that a PLC reads, of our server and of a bare one, in turn. */
public final class ReadLoad {
    private static final List<String> NAMES = List.of(
            "Handover/ProtocolVersion",
            "Handover/ValueEncoding",
            "Handover/GatewayEpoch",
            "Handover/GatewayHeartbeat",
            "Handover/OfferState",
            "Handover/OfferSeqBegin",
            "Handover/OfferSeqEnd",
            "Handover/RunsPlanned",
            "Handover/RecipeRevision",
            "Handover/ProgramNo",
            "Handover/JobOrderId",
            "Handover/ProductId",
            "Handover/SerialNumber",
            "Handover/RecipeId",
            "Handover/ProgramName",
            "Handover/ParamCount",
            "Handover/ParamNo",
            "Handover/ParamValue",
            "Handover/ParamValueF",
            "Handover/OfferCrc",
            "Handover/CommitStageNo",
            "Handover/CommitSeq",
            "Handover/WithdrawSeq",
            "Handover/OfferTtlMs",
            "Delivery/DeliveryState",
            "Link/Connected");
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 3_000_000_000L;

    private ReadLoad() {}

    /** Measures, and prints a line for each round. */
    public static void main(String[] args) throws Exception {
        Path scratch = Files.createTempDirectory("keyway-read");
        try (KeywayServer keyway = Hall.start(1, scratch);
                BareServer bare = BareServer.start(NAMES.size(), scratch.resolve("bare"))) {
            Visitors visitors = new Visitors();
            visitors.introduceTo(keyway);
            for (Visitors.Way way : Visitors.Way.values()) {
                OpcUaClient ours = visitors.client(keyway.opcUa(), way);
                OpcUaClient theirs = visitors.client(bare.url(), way);
                measure(way, ours, theirs, bare);
                ours.disconnect();
                theirs.disconnect();
            }
        }
    }

    private static void measure(Visitors.Way way, OpcUaClient ours, OpcUaClient theirs, BareServer bare)
            throws UaException {
        List<NodeId> nodes = NAMES.stream()
                .map(name -> new NodeId(8, Hall.machine(0) + "/" + name))
                .toList();
        List<DataValue> values = ours.readValues(0.0, TimestampsToReturn.Neither, nodes);
        if (!values.stream().allMatch(value -> value.statusCode().isGood())) {
            throw new IllegalStateException("not all can be read: " + values);
        }
        bare.sameValuesAs(values);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double us = rate(ours, nodes);
            double them = rate(theirs, bare.ids());
            ratios[round] = us / them;
            System.out.printf("keyway %.0f/s  bare %.0f/s  ratio %.2f%n", us, them, us / them);
        }
        Arrays.sort(ratios);
        System.out.printf("%s: median ratio %.2f%n", way, ratios[ROUNDS / 2]);
    }

    private static double rate(OpcUaClient client, List<NodeId> nodes) throws UaException {
        long begin = System.nanoTime();
        long reads = 0;
        long now = begin;
        while (now - begin < ROUND_NANOS) {
            client.readValues(0.0, TimestampsToReturn.Neither, nodes);
            reads++;
            now = System.nanoTime();
        }
        return reads * 1e9 / (now - begin);
    }
}
