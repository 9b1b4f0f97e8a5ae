package org.keyway.benchmark.opcua;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.keyway.app.KeywayServer;

/** How often in a second one client reads the 26 nodes that a PLC reads, of our server and of a bare one, in turn. */
public final class ReadLoad {
    private static final List<String> NAMES = List.of(
            "GatewayEpoch",
            "GatewayHeartbeat",
            "OfferState",
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
            "OfferCrc",
            "CommitStageNo",
            "CommitSeq",
            "WithdrawSeq",
            "OfferTtlMs",
            "PlcState",
            "StageNo",
            "StageSeq",
            "ActiveSeq",
            "AckCounter");
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 3_000_000_000L;

    private ReadLoad() {}

    /** Measures, and prints a line for each round. */
    public static void main(String[] args) throws Exception {
        Path scratch = Files.createTempDirectory("keyway-read");
        try (KeywayServer keyway = Hall.start(1, scratch);
                BareServer bare = BareServer.start(NAMES.size())) {
            OpcUaClient ours = client(keyway.opcUa());
            OpcUaClient theirs = client(bare.url());
            List<NodeId> nodes = NAMES.stream()
                    .map(name -> new NodeId(8, Hall.machine(0) + "/Handover/" + name))
                    .toList();
            bare.sameValuesAs(ours.readValues(0.0, TimestampsToReturn.Neither, nodes));
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double us = rate(ours, nodes);
                double them = rate(theirs, bare.ids());
                ratios[round] = us / them;
                System.out.printf("keyway %.0f/s  bare %.0f/s  ratio %.2f%n", us, them, us / them);
            }
            Arrays.sort(ratios);
            System.out.printf("median ratio %.2f%n", ratios[ROUNDS / 2]);
            ours.disconnect();
            theirs.disconnect();
        }
    }

    static OpcUaClient client(String url) throws UaException {
        OpcUaClient client = OpcUaClient.create(url);
        client.connect();
        return client;
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
