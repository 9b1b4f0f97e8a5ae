package org.keyway.app.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.keyway.app.Causes;
import org.keyway.app.KeywayServer;
import org.keyway.app.StartFailedException;
import org.keyway.app.config.AppConfiguration;
import org.keyway.app.config.ConfigurationException;
import org.keyway.job.MachineBoard;
import org.keyway.job.account.AccountDesk;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.simulator.control.CellControlServer;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.simulator.reader.SimulatedReader;
import org.keyway.simulator.server.SimulatedCell;
import org.keyway.terminal.TerminalConfiguration;

/** The server with the demo workshop and its simulated machines, all in this process and on the loopback address. */
public final class Demo implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LOOK_MILLIS = 20;

    private final SimulatedCell cell;
    private final CellControlServer control;
    private final KeywayServer server;
    private final DemoPlcs plcs;
    private volatile List<DemoAccounts.Login> logins = List.of();

    private Demo(SimulatedCell cell, CellControlServer control, KeywayServer server, List<DemoPlcs.Certified> plcs) {
        this.cell = cell;
        this.control = control;
        this.server = server;
        this.plcs = new DemoPlcs(server, plcs);
    }

    /**
     * Where things answer; port 0 means any that is free.
     *
     * @param data the folder that keeps database and certificates
     * @param cell of the simulated machines
     * @param control of the simulated machines' switches
     */
    public record Settings(Path data, int http, int opcUa, int cell, int control) {}

    /** Starts everything; when it returns, every machine is connected. */
    public static Demo start(Settings settings)
            throws StartFailedException, ConfigurationException, InterruptedException {
        try {
            SimulatedCell cell = new SimulatedCell(DemoWorkshop.machines(), settings.cell());
            SimulatedReader reader = new SimulatedReader(SimulatedReader.Telling.EVENTS);
            cell.add(reader);
            CompletableFuture<List<DemoPlcs.Certified>> plcs = DemoPlcs.certify();
            CompletableFuture<Void> cellStarted = CompletableFuture.runAsync(() -> start(cell));
            try {
                Demo demo = new Demo(
                        cell,
                        new CellControlServer(cell, reader, settings.control()),
                        KeywayServer.start(configuration(settings, cell)),
                        plcs.join());
                cellStarted.join();
                demo.plcs.start();
                CompletableFuture<Void> accounts = CompletableFuture.runAsync(demo::makeAccounts);
                demo.awaitMachines();
                accounts.join();
                return demo;
            } catch (StartFailedException | ConfigurationException | RuntimeException | IOException e) {
                cell.close();
                throw e;
            }
        } catch (IOException | CompletionException e) {
            throw new StartFailedException(Causes.sentence(e), e);
        }
    }

    private static void start(SimulatedCell cell) {
        try {
            cell.start();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static AppConfiguration configuration(Settings settings, SimulatedCell cell) throws ConfigurationException {
        return new AppConfiguration(
                DatabaseConfiguration.file(AppConfiguration.databaseFile(settings.data())),
                new TerminalConfiguration("127.0.0.1", settings.http()),
                new OpcUaConfiguration(settings.data().resolve("pki"), settings.opcUa()),
                DemoWorkshop.identifier(),
                DemoWorkshop.files(),
                Map.of("CELL_PORT", String.valueOf(cell.port())),
                DemoWorkshop.labels());
    }

    private void makeAccounts() {
        String machine = server.part(WorkshopSource.class)
                .current()
                .machines()
                .iterator()
                .next()
                .id();
        logins = DemoAccounts.make(server.part(AccountDesk.class), machine);
    }

    /** By which names one can sign in over OPC UA. */
    public List<DemoAccounts.Login> logins() {
        return logins;
    }

    private void awaitMachines() throws StartFailedException, InterruptedException {
        MachineBoard board = server.part(MachineBoard.class);
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
            boolean connected = server.part(WorkshopSource.class).current().machines().stream()
                    .allMatch(machine -> board.status(machine.id()).online());
            if (connected) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new StartFailedException("the simulated machines are not connected");
    }

    /** The server itself. */
    public KeywayServer server() {
        return server;
    }

    /** The machines. */
    public SimulatedCell cell() {
        return cell;
    }

    /** The PLCs that fetch their jobs. */
    public List<FetchingPlc> plcs() {
        return plcs.all();
    }

    /** Where the machines' switches are. */
    public URI control() {
        return URI.create(control.url());
    }

    @Override
    public void close() {
        plcs.close();
        server.close();
        control.close();
        cell.close();
    }
}
