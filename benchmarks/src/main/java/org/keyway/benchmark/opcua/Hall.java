package org.keyway.benchmark.opcua;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.AppConfiguration;
import org.keyway.app.config.IdentifierFile;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerSettings;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;

/** A hall of machines whose PLCs fetch their jobs, each with {@value #PARAMETERS} parameters. */
final class Hall {
    static final int PARAMETERS = 64;

    /** Of the one product. */
    static final String GTIN = "06901234567892";

    /** Hundreds of clients come from one address here, at once. */
    private static final ServerCapacity CROWD = new ServerCapacity(1000, 1000, 20, 10_000, 2000, 2000, 2000);

    private Hall() {}

    static String machine(int number) {
        return "M%04d".formatted(number);
    }

    /** Starts a whole server for them, on a database in an empty folder. */
    static KeywayServer start(int machines, Path scratch) throws Exception {
        return KeywayServer.start(new AppConfiguration(
                DatabaseConfiguration.file(scratch.resolve("keyway")),
                new TerminalConfiguration("127.0.0.1", 0),
                new OpcUaConfiguration(
                        scratch.resolve("pki"),
                        ServerSettings.readableOnLoopback(0).with(CROWD)),
                IdentifierFile.parse("the benchmark", "attributes: {}\n"),
                List.of(new WorkshopText("hall.yaml", workshop(machines))),
                Map.of(),
                new LabelSheet(List.of())));
    }

    private static String workshop(int machines) {
        String parameters = IntStream.rangeClosed(1, PARAMETERS)
                .mapToObj(
                        "  - {name: p%1$d, type: Double, unit: mm, min: 0, max: 10000, node: \"param=%1$d\"}%n"
                                ::formatted)
                .collect(Collectors.joining());
        String values = IntStream.rangeClosed(1, PARAMETERS)
                .mapToObj("p%1$d: %1$d"::formatted)
                .collect(Collectors.joining(", "));
        String each = IntStream.range(0, machines)
                .mapToObj(Hall::machine)
                .map("""
                ---
                kind: Station
                id: ST-%1$s
                name: {en: Station, zh: 工位}
                ---
                kind: Machine
                id: %1$s
                name: {en: Machine, zh: 机床}
                class: M
                station: ST-%1$s
                operation: OP10
                profile: hosted
                """::formatted)
                .collect(Collectors.joining());
        return """
                kind: MachineProfile
                id: hosted
                delivery: opcua-host
                parameters:
                %s---
                kind: ProductFamily
                id: F
                name: {en: Family, zh: 产品族}
                ---
                kind: Product
                id: P
                family: F
                name: {en: Product, zh: 产品}
                identifiers: ["gtin:%s"]
                ---
                kind: ParameterSet
                id: P-OP10
                scope: {product: P, machineClass: M, operation: OP10}
                values: {%s}
                %s""".formatted(parameters, GTIN, values, each);
    }

    /** How much of the heap is in use when everything that can go is gone. */
    static long usedHeap() throws IOException {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
