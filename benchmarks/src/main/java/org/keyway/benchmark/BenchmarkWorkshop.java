package org.keyway.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keyway.identifier.Scan;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.simulator.MachineModel;
import org.keyway.simulator.MachineModel.ParameterModel;
import org.keyway.simulator.ValueKind;

/**
 * A workshop to measure with: one family of {@value #PRODUCTS} products, two parameter sets for each of them above one
 * that gives all values, and one station for each machine. The waits before and between the read-backs are off.
 */
final class BenchmarkWorkshop {
    static final int PRODUCTS = 100;

    /** Elements of a label that state an attribute of the part. */
    static final String IDENTIFIERS = "attributes: {\"92\": boreClass}\n";

    private static final String DOCUMENT = "---\n";

    private BenchmarkWorkshop() {}

    /** The workshop files for machines that stand in one cell. */
    static List<WorkshopText> files(List<String> machines, int cellPort) {
        return List.of(
                new WorkshopText("machines.yaml", machines(machines, cellPort)),
                new WorkshopText("products.yaml", products()),
                new WorkshopText("sets.yaml", sets()));
    }

    /** A simulated machine that takes what the workshop gives, at once, and is idle again at once. */
    static MachineModel model(String id) {
        return new MachineModel(
                id,
                RecipeParameter.ALL.stream()
                        .map(parameter -> new ParameterModel(parameter.node(), parameter.kind()))
                        .toList(),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                5);
    }

    /** A label of a part with a serial number of its own, as a reader of GS1 DataMatrix sends it. */
    static Scan label(int product, String serial) {
        return Scan.of("]d201" + gtin(product) + "10L261116A\u001D21" + serial + "\u001D92A");
    }

    /** The station of a machine. */
    static String station(String machine) {
        return "ST-" + machine;
    }

    private static String gtin(int product) {
        String digits = "069012%07d".formatted(product);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String machines(List<String> machines, int cellPort) {
        List<String> documents = new ArrayList<>();
        documents.add(profile());
        for (String machine : machines) {
            documents.add("""
                    kind: Station
                    id: %s
                    name: {en: Station, zh: 工位}
                    """.formatted(station(machine)));
            documents.add("""
                    kind: Machine
                    id: %s
                    name: {en: Machining centre, zh: 加工中心}
                    class: HMC
                    station: %s
                    operation: OP20
                    profile: crankcase
                    endpoint: {url: "opc.tcp://127.0.0.1:%d", security: None}
                    """.formatted(machine, station(machine), cellPort));
        }
        return String.join(DOCUMENT, documents);
    }

    private static String profile() {
        StringBuilder text = new StringBuilder("""
                kind: MachineProfile
                id: crankcase
                delivery: opcua-write
                settings: {callTimeout: 5s, readBackDelay: 0ms, secondReadDelay: 0ms, acceptTimeout: 10s}
                parameters:
                """);
        for (RecipeParameter parameter : RecipeParameter.ALL) {
            text.append("  - {name: %s, type: %s, node: \"nsu=urn:cnc:{machine};s=Stage/%s\"%s}%n"
                    .formatted(parameter.name(), type(parameter.kind()), parameter.node(), limits(parameter.kind())));
        }
        return text.append("""
                handshake:
                  jobId: "nsu=urn:cnc:{machine};s=Stage/JobId"
                  ready: "nsu=urn:cnc:{machine};s=Stage/JobReady"
                  accepted: "nsu=urn:cnc:{machine};s=Stage/AcceptedJobId"
                interlocks:
                  - node: "nsu=urn:cnc:{machine};s=Machine/State"
                    equals: Idle
                    message: {en: The machine is not idle., zh: 机床未处于空闲状态。}
                  - node: "nsu=urn:cnc:{machine};s=Machine/Mode"
                    equals: Automatic
                    message: {en: The machine is not in automatic mode., zh: 机床不在自动方式。}
                """).toString();
    }

    private static String type(ValueKind kind) {
        return switch (kind) {
            case STRING -> "String";
            case DOUBLE -> "Double";
            case INT32 -> "Int32";
            case UINT16 -> "UInt16";
            case BOOLEAN -> "Boolean";
            default -> throw new IllegalArgumentException(kind + " is not measured");
        };
    }

    private static String limits(ValueKind kind) {
        return switch (kind) {
            case STRING -> ", maxLength: 16";
            case BOOLEAN -> "";
            case DOUBLE -> ", min: -10000, max: 10000, tolerance: 0.0005";
            default -> ", min: 0, max: 10000";
        };
    }

    private static String products() {
        List<String> documents = new ArrayList<>();
        documents.add("""
                kind: ProductFamily
                id: BLOCK
                name: {en: Cylinder block, zh: 气缸体}
                """);
        IntStream.range(0, PRODUCTS).forEach(product -> documents.add("""
                        kind: Product
                        id: CB-%d
                        family: BLOCK
                        name: {en: Cylinder block, zh: 气缸体}
                        identifiers: ["gtin:%s"]
                        """.formatted(product, gtin(product))));
        return String.join(DOCUMENT, documents);
    }

    private static String sets() {
        List<String> documents = new ArrayList<>();
        documents.add(set("BASE", "family: BLOCK, machineClass: HMC, operation: OP20", 0, RecipeParameter.ALL));
        List<RecipeParameter> own =
                RecipeParameter.ALL.stream().filter(RecipeParameter::byProduct).toList();
        for (int product = 0; product < PRODUCTS; product++) {
            String scope = "product: CB-%d, machineClass: HMC, operation: OP20".formatted(product);
            documents.add(set("CB-%d".formatted(product), scope, product, own.subList(1, own.size())));
            documents.add(set(
                    "CB-%d-A".formatted(product), scope + ", attributes: {boreClass: A}", product, own.subList(0, 1)));
        }
        return String.join(DOCUMENT, documents);
    }

    private static String set(String id, String scope, int product, List<RecipeParameter> parameters) {
        List<String> values = parameters.stream()
                .map(parameter -> parameter.name() + ": " + parameter.of(product))
                .toList();
        return """
                kind: ParameterSet
                id: %s
                scope: {%s}
                values: {%s}
                """.formatted(id, scope, String.join(", ", values));
    }
}
