package org.keyway.acceptance.delivery;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.AppConfiguration;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Scan;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.Jobs;
import org.keyway.job.MachineBoard;
import org.keyway.job.ScanRequest;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.ValueKind;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.server.SimulatedCell;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;

/** The whole server with one machine whose faults can be armed. */
final class FaultyFloor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger serials = new AtomicInteger();
    private final SimulatedCell cell;
    private final KeywayServer server;

    FaultyFloor(Path data) throws Exception {
        cell = new SimulatedCell(List.of(OneMachineWorkshop.model()), 0);
        cell.start();
        server = KeywayServer.start(new AppConfiguration(
                DatabaseConfiguration.file(data.resolve("keyway")),
                new TerminalConfiguration("127.0.0.1", 0),
                new OpcUaConfiguration(data.resolve("pki"), 0),
                IdentifierConfiguration.standard(),
                Precedence.DEFAULT,
                List.of(new WorkshopText("workshop.yaml", OneMachineWorkshop.YAML)),
                Map.of("CELL_PORT", String.valueOf(cell.port()), "TIMEOUT", "400ms"),
                new LabelSheet(List.of())));
        awaitMachine();
    }

    SimulatedMachine machine() {
        return cell.machine(OneMachineWorkshop.MACHINE).orElseThrow();
    }

    KeywayServer server() {
        return server;
    }

    void awaitMachine() {
        MachineBoard board = server.part(MachineBoard.class);
        await().atMost(PATIENCE)
                .until(() -> board.status(OneMachineWorkshop.MACHINE).online()
                        && machine().memory().get("Machine/State").equals(SimulatedMachine.IDLE));
    }

    /** Starts the cell's server anew and waits for a new session with it. */
    void reconnect() throws Exception {
        MachineBoard board = server.part(MachineBoard.class);
        cell.restartShifted();
        await().atMost(PATIENCE)
                .until(() -> !board.status(OneMachineWorkshop.MACHINE).online());
        awaitMachine();
    }

    /** How far the machine's clock was found ahead of ours. */
    Duration clockOffset() {
        return Duration.ofMillis(server.part(MachineBoard.class)
                .status(OneMachineWorkshop.MACHINE)
                .clockOffsetMillis()
                .orElseThrow());
    }

    /** Scans a label with a serial number of its own and waits for the answer that an operator would see. */
    Job scan() throws Exception {
        return scan(OneMachineWorkshop.label(serials.incrementAndGet()));
    }

    /** Scans a label and waits for the answer that an operator would see. */
    Job scan(String label) throws Exception {
        return scan(label, Optional.empty());
    }

    /** Scans a label under a request id. */
    Job scan(String label, Optional<String> requestId) throws Exception {
        ScanRequest request = new ScanRequest(
                OneMachineWorkshop.STATION, new Scan(label, Optional.empty()), Optional.empty(), requestId);
        return server.part(JobControl.class).submit(request).atRest().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Scans with a fault armed, and with other values at the machine than those that are to come. */
    Job scanWith(Fault fault) throws Exception {
        for (String name : OneMachineWorkshop.VALUES.keySet()) {
            ValueKind kind = machine().model().parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .kind();
            machine().memory().set("Stage/" + name, kind.initial());
        }
        machine().faults().arm(fault);
        return scan();
    }

    /** Switches every fault off and waits until nothing is left in doubt. */
    void recover() {
        machine().faults().clear();
        awaitMachine();
        await().atMost(PATIENCE)
                .until(() -> server.part(Jobs.class)
                        .unsettled(OneMachineWorkshop.MACHINE)
                        .isEmpty());
    }

    @Override
    public void close() {
        server.close();
        cell.close();
    }
}
