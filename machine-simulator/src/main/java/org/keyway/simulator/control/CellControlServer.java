package org.keyway.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.keyway.simulator.reader.SimulatedReader;
import org.keyway.simulator.server.SimulatedCell;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cell's switches over HTTP, for people and scripts on this computer. Arguments are in the query:
 *
 * <pre>
 * GET    /machines
 * PUT    /machines/HMC-01?state=Alarm&amp;mode=Manual&amp;cycleTime=5.5
 * POST   /machines/HMC-01/faults?kind=CLAMP_ANSWER_GOOD&amp;node=Stage/SpindleSpeed&amp;operation=WRITE&amp;after=0&amp;times=1
 * DELETE /machines/HMC-01/faults
 * POST   /reader?data=%5Dd20106901234000016&amp;codeType=RAW:STRING&amp;symbology=GS1+DataMatrix
 * </pre>
 */
public final class CellControlServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final MachineSwitches switches;
    private final ReaderTrigger trigger;

    /**
     * Starts to answer.
     *
     * @param reader whose trigger is among the switches
     * @param port 0 for any that is free
     */
    public CellControlServer(SimulatedCell cell, SimulatedReader reader, int port) throws IOException {
        switches = new MachineSwitches(cell);
        trigger = new ReaderTrigger(reader);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/machines", this::answer);
        server.createContext("/reader", this::answer);
        server.start();
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestHeaders().containsKey("Origin")) {
                send(exchange, 403, Map.of("problem", "not for pages of other servers"));
                return;
            }
            try {
                send(exchange, 200, result(exchange));
            } catch (IllegalArgumentException e) {
                send(exchange, 400, Map.of("problem", String.valueOf(e.getMessage())));
            }
        }
    }

    private Object result(HttpExchange exchange) {
        List<String> path =
                List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
        Query query = new Query(exchange.getRequestURI().getRawQuery());
        if (path.equals(List.of("reader")) && exchange.getRequestMethod().equals("POST")) {
            return trigger.pull(query);
        }
        String place = path.get(0).equals("machines") ? String.valueOf(path.size()) : "elsewhere";
        return switch (exchange.getRequestMethod() + " " + place) {
            case "GET 1" -> switches.all();
            case "PUT 2" -> switches.change(path.get(1), query);
            case "POST 3" -> switches.arm(path.get(1), query);
            case "DELETE 3" -> switches.clear(path.get(1));
            default -> throw new IllegalArgumentException("no such switch");
        };
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = (JSON.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
