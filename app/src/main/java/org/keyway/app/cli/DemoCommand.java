package org.keyway.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.app.demo.Demo;
import org.keyway.app.demo.DemoWorkshop;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.DataFolder;
import org.keyway.terminal.page.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The server with a workshop to try everything with. */
@Command(
        name = "demo",
        description = "Runs the server with a demo workshop and simulated machines, for this computer alone.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int CELL_PORT = 48400;
    private static final int CONTROL_PORT = 48401;

    @Option(names = "--http-port", description = "of pages and API; 0 for any (default: ${DEFAULT-VALUE})")
    private int httpPort = 8080;

    @Option(names = "--opcua-port", description = "of the OPC UA server; 0 for any (default: ${DEFAULT-VALUE})")
    private int opcUaPort = 4840;

    @Option(
            names = "--cell-port",
            description = "of the simulated machines (default: " + CELL_PORT + ", or any if that is taken)")
    private @Nullable Integer cellPort;

    @Option(
            names = "--control-port",
            description = "of the machines' fault switches (default: " + CONTROL_PORT + ", or any if that is taken)")
    private @Nullable Integer controlPort;

    @Option(names = "--data", paramLabel = "DIR", description = "keeps the database (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".keyway", "demo");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DataFolder.make(data);
        Demo demo = Demo.start(new Demo.Settings(
                data, httpPort, opcUaPort, portOr(cellPort, CELL_PORT), portOr(controlPort, CONTROL_PORT)));
        Termination termination = Termination.of(demo);
        print(demo);
        termination.await();
        return 0;
    }

    private static int portOr(@Nullable Integer chosen, int usual) {
        return chosen != null ? chosen : isFree(usual) ? usual : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** How the simulated reader is made to read a label of its station. */
    private static Optional<String> trigger(Demo demo, Workshop workshop) {
        return DemoWorkshop.singleScanLabels(workshop).stream()
                .filter(label -> workshop.station(label.station())
                        .filter(station -> !station.readers().isEmpty())
                        .isPresent())
                .findFirst()
                .map(label -> "reader    of " + label.station() + ": curl -X POST '" + demo.control() + "/reader?data="
                        + URLEncoder.encode(label.symbology() + label.data(), StandardCharsets.UTF_8) + "'");
    }

    private void print(Demo demo) {
        PrintWriter out = spec.commandLine().getOut();
        var http = demo.server().http();
        out.println("stations  " + http);
        out.println("a station " + http.resolve("/stations/ST-10"));
        out.println("labels    " + http.resolve("/labels"));
        out.println("faults    " + demo.control() + "/machines");
        demo.logins()
                .forEach(login -> out.println("sign-in   opcua user=" + login.name() + " password=" + login.password()
                        + " roles=" + login.roles()));
        out.println("trust     keyway trust list --pki " + data.resolve("pki"));
        JsonMapper mapper = new JsonMapper();
        Workshop workshop = demo.server().part(WorkshopSource.class).current();
        for (Label label : DemoWorkshop.singleScanLabels(workshop)) {
            String scan = label.symbology() + label.data();
            out.println("label station=" + label.station() + " data=" + mapper.writeValueAsString(scan));
        }
        trigger(demo, workshop).ifPresent(out::println);
        out.println(ReadyLine.of(demo.server()));
        out.flush();
    }
}
