package org.keyway.simulator.server;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyway.simulator.MachineModel;
import org.keyway.simulator.SimulatedMachine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Machines behind one OPC UA server on the loopback address. Each machine has its own namespace. The server can be
 * restarted, under the same port; what the machines hold outlives it.
 */
public final class SimulatedCell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCell.class);

    private final int port;
    private final Map<String, SimulatedMachine> machines = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = timer();
    private final CellControl control = new Control();
    private final List<ServedDevice> others = new CopyOnWriteArrayList<>();
    private volatile @Nullable LoopbackServer server;
    private int shift;

    /**
     * Builds the machines, and picks the port.
     *
     * @param port 0 for any that is free
     */
    public SimulatedCell(List<MachineModel> models, int port) throws IOException {
        this.port = port == 0 ? LoopbackServer.freePort() : port;
        models.forEach(model -> machines.put(model.id(), new SimulatedMachine(model, timer, Clock.systemUTC())));
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2, work -> {
            Thread thread = new Thread(work, "cell-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }

    /** Puts another device behind the cell's server, from its next start on. */
    public void add(ServedDevice device) {
        others.add(device);
    }

    /** The port of its OPC UA server. */
    public int port() {
        return port;
    }

    /** Where clients connect. */
    public String url() {
        return "opc.tcp://127.0.0.1:" + port;
    }

    /** Every machine. */
    public Collection<SimulatedMachine> machines() {
        return Collections.unmodifiableCollection(machines.values());
    }

    /** The machine of an id. */
    public Optional<SimulatedMachine> machine(String id) {
        return Optional.ofNullable(machines.get(id));
    }

    /** How many sessions clients have open; 0 while stopped. */
    public int sessions() {
        LoopbackServer current = server;
        return current == null ? 0 : current.sessions();
    }

    /** Starts the server; when this returns it answers. */
    public synchronized void start() throws InterruptedException, ExecutionException {
        LoopbackServer next = new LoopbackServer(port, "Simulated cell", "urn:cnc:cell");
        for (int i = 1; i <= shift; i++) {
            next.add(new EmptyNamespace(next.milo(), "urn:cnc:option:" + i));
        }
        machines.values().forEach(machine -> next.add(new MachineNamespace(next.milo(), machine, control)));
        others.forEach(device -> device.installOn(next));
        CellClock.shownBy(next.milo(), machines.values());
        server = next;
        next.start();
    }

    /** Stops the server; the machines run on. */
    public synchronized void stop() throws InterruptedException, ExecutionException {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** Restarts the server with one more namespace before those of the machines, so that every index is another. */
    public synchronized void restartShifted() throws InterruptedException, ExecutionException {
        stop();
        shift++;
        start();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            stop();
        } catch (ExecutionException e) {
            LOG.warn("the cell's server did not end in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Control implements CellControl {
        @Override
        public void cutConnections() {
            LoopbackServer current = server;
            if (current != null) {
                current.cutConnections();
            }
        }

        @Override
        public void restartShifted() {
            cutConnections();
            later(Duration.ZERO, () -> {
                try {
                    SimulatedCell.this.restartShifted();
                } catch (ExecutionException e) {
                    LOG.error("the cell's server could not be restarted", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // a fault tells nobody that it is done
        public void later(Duration delay, Runnable work) {
            try {
                timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException switchedOff) {
                LOG.debug("the cell is switched off");
            }
        }
    }
}
