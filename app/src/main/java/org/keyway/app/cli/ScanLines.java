package org.keyway.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyway.identifier.Scan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Scans from a stream, one a line; as they are, or each as a JSON string. */
final class ScanLines {
    private final boolean json;
    private final JsonMapper mapper = new JsonMapper();

    ScanLines(boolean json) {
        this.json = json;
    }

    /**
     * Hands every scan on, in order. A line that should be a JSON string and isn't is handed on as it is: it is a scan
     * that nobody can read.
     *
     * @param idle run after a line behind which nothing waits to be read, as when a person types or a scanner sends
     */
    void each(InputStream in, Consumer<Scan> consumer, Runnable idle) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                consumer.accept(scan(line));
                line.setLength(0);
                rest(lines, idle);
            } else {
                line.append((char) c);
            }
        }
        if (!line.isEmpty()) {
            consumer.accept(scan(line));
        }
    }

    private static void rest(BufferedReader lines, Runnable idle) throws IOException {
        if (!lines.ready()) {
            idle.run();
        }
    }

    private Scan scan(StringBuilder line) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return new Scan(json ? text(line.toString()) : line.toString(), Optional.empty());
    }

    private String text(String line) {
        try {
            return mapper.readValue(line, String.class);
        } catch (JacksonException e) {
            return line;
        }
    }
}
