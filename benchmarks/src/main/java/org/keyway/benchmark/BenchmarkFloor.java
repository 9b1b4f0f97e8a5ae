package org.keyway.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.AppConfiguration;
import org.keyway.app.config.IdentifierFile;
import org.keyway.benchmark.bare.BareClient;
import org.keyway.benchmark.bare.BareJournal;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobState;
import org.keyway.job.MachineBoard;
import org.keyway.job.ScanRequest;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.ValueKind;
import org.keyway.simulator.server.SimulatedCell;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;

/** A cell whose machines are served in pairs: one of each pair by a whole Keyway server, its twin by a bare client. */
final class BenchmarkFloor implements AutoCloseable {
    private static final long MOMENT_NANOS = 50_000;

    private final SimulatedCell cell;
    private final KeywayServer server;
    private final List<BareClient> clients = new ArrayList<>();
    private final List<String> ours;
    private final List<String> twins;

    private BenchmarkFloor(SimulatedCell cell, KeywayServer server, List<String> ours, List<String> twins) {
        this.cell = cell;
        this.server = server;
        this.ours = ours;
        this.twins = twins;
    }

    /**
     * Starts everything; when it returns, every machine is connected on both sides.
     *
     * @param scratch an empty folder on the disk to measure on
     */
    static BenchmarkFloor start(int pairs, Path scratch) throws Exception {
        List<String> ours = names("KW", pairs);
        List<String> twins = names("BARE", pairs);
        SimulatedCell cell = new SimulatedCell(
                Stream.concat(ours.stream(), twins.stream())
                        .map(BenchmarkWorkshop::model)
                        .toList(),
                0);
        cell.start();
        KeywayServer server = KeywayServer.start(new AppConfiguration(
                DatabaseConfiguration.file(scratch.resolve("keyway")),
                new TerminalConfiguration("127.0.0.1", 0),
                new OpcUaConfiguration(scratch.resolve("pki"), 0),
                IdentifierFile.parse("the benchmark", BenchmarkWorkshop.IDENTIFIERS),
                Precedence.DEFAULT,
                BenchmarkWorkshop.files(ours, cell.port()),
                Map.of(),
                new LabelSheet(List.of())));
        BenchmarkFloor floor = new BenchmarkFloor(cell, server, ours, twins);
        floor.connect(scratch.resolve("bare"));
        return floor;
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "%s-%02d".formatted(prefix, i))
                .toList();
    }

    private void connect(Path bareDatabase) throws Exception {
        List<String> nodes =
                RecipeParameter.ALL.stream().map(RecipeParameter::node).toList();
        for (String twin : twins) {
            clients.add(BareClient.connect(cell.url(), twin, nodes, BareJournal.open(bareDatabase)));
        }
        MachineBoard board = server.part(MachineBoard.class);
        while (!ours.stream().allMatch(machine -> board.status(machine).online())) {
            Thread.sleep(20);
        }
    }

    /** From a scan until the machine has taken the job, through everything that a real scan passes. */
    Delivering keyway(int pair) {
        JobControl control = server.part(JobControl.class);
        String station = BenchmarkWorkshop.station(ours.get(pair));
        SimulatedMachine machine = machine(ours.get(pair));
        return (product, serial) -> {
            awaitIdle(machine);
            ScanRequest scan = new ScanRequest(
                    station, BenchmarkWorkshop.label(product, serial), Optional.empty(), Optional.empty());
            Job job = control.submit(scan).atRest().get();
            if (job.state() != JobState.ACCEPTED) {
                throw new IllegalStateException(job.state() + " " + job.problem());
            }
        };
    }

    /** The same exchange with values that were in memory before. */
    Delivering bare(int pair) {
        BareClient client = clients.get(pair);
        SimulatedMachine machine = machine(twins.get(pair));
        List<List<Object>> recipes = IntStream.range(0, BenchmarkWorkshop.PRODUCTS)
                .mapToObj(BenchmarkFloor::recipe)
                .toList();
        return (product, serial) -> {
            awaitIdle(machine);
            client.deliver(serial, recipes.get(product));
        };
    }

    private static List<Object> recipe(int product) {
        return RecipeParameter.ALL.stream()
                .map(parameter -> parameter.kind() == ValueKind.UINT16
                        ? BareClient.unsigned((Integer) parameter.of(product))
                        : parameter.of(product))
                .toList();
    }

    /** The machine that Keyway serves. */
    SimulatedMachine ours(int pair) {
        return machine(ours.get(pair));
    }

    /** The machine that the bare client serves. */
    SimulatedMachine twin(int pair) {
        return machine(twins.get(pair));
    }

    private SimulatedMachine machine(String id) {
        return cell.machine(id).orElseThrow();
    }

    /** Parts take no time here, but the timer that ends them takes a moment. */
    private static void awaitIdle(SimulatedMachine machine) {
        while (!SimulatedMachine.IDLE.equals(machine.memory().get("Machine/State"))) {
            LockSupport.parkNanos(MOMENT_NANOS);
        }
    }

    @Override
    public void close() throws UaException, SQLException {
        for (BareClient client : clients) {
            client.close();
        }
        server.close();
        cell.close();
    }
}
