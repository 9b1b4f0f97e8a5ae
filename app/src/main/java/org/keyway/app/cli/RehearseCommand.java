package org.keyway.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keyway.app.demo.Demo;
import org.keyway.app.demo.DemoWorkshop;
import org.keyway.terminal.page.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** One start of the demo with one scan, and its end: what it touched can be remembered for quicker starts. */
@Command(name = "rehearse", hidden = true, description = "Starts the demo, delivers one label, and ends.")
final class RehearseCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "a folder for the database")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path data;

    @Override
    public Integer call() throws Exception {
        try (Demo demo = Demo.start(new Demo.Settings(data, 0, 0, 0, 0))) {
            Label label = DemoWorkshop.goodLabels().get(0);
            return scan(demo.server().http().resolve("/api/v1/scans"), label) == HttpURLConnection.HTTP_OK
                    ? 0
                    : Keyway.PROBLEMS_FOUND;
        }
    }

    private static int scan(URI scans, Label label) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) scans.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        String body = new JsonMapper()
                .writeValueAsString(Map.of("station", label.station(), "data", label.symbology() + label.data()));
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return connection.getResponseCode();
    }
}
