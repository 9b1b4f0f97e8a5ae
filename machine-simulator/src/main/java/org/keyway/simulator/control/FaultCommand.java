package org.keyway.simulator.control;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.simulator.fault.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Arms and clears the faults of a machine in a running cell. */
@Command(
        name = "fault",
        description = "Arms a fault at a simulated machine, or clears its faults.",
        mixinStandardHelpOptions = true)
public final class FaultCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MACHINE", description = "the machine, such as HMC-01")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private String machine;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}; without it, every fault of the machine is cleared")
    private Fault.@Nullable Kind kind;

    @Option(names = "--control", description = "where the cell's switches are (default: ${DEFAULT-VALUE})")
    private URI control = URI.create("http://127.0.0.1:48401");

    @Option(names = "--node", description = "such as Stage/SpindleSpeed (default: any)")
    private String node = "";

    @Option(names = "--operation", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Fault.Operation operation = Fault.Operation.ANY;

    @Option(names = "--after", description = "so many calls go well first (default: ${DEFAULT-VALUE})")
    private int after;

    @Option(names = "--times", description = "strikes so often (default: until cleared)")
    private int times = Fault.FOREVER;

    @Option(names = "--argument", description = "milliseconds, or a limit, as the kind says")
    private double argument;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        HttpRequest.Builder request = kind == null
                ? HttpRequest.newBuilder(faults("")).DELETE()
                : HttpRequest.newBuilder(faults(query(kind))).POST(BodyPublishers.noBody());
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            boolean done = answer.statusCode() == 200;
            (done ? spec.commandLine().getOut() : spec.commandLine().getErr()).print(answer.body());
            return done ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine().getErr().println("no cell answers at " + control + ": is the demo running?");
            return 1;
        }
    }

    private String query(Fault.Kind armed) {
        return "?kind=" + armed + "&node=" + encoded(node) + "&operation=" + operation + "&after=" + after + "&times="
                + times + "&argument=" + argument;
    }

    private URI faults(String query) {
        return control.resolve("/machines/" + encoded(machine) + "/faults" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
