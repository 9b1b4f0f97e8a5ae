package org.keyway.app.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run of the program came to. */
record CommandRun(int status, String out, String err) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Runs the program with this text on standard input. */
    static CommandRun of(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int status = execute(in, new PrintWriter(out), new PrintWriter(err), arguments);
        return new CommandRun(status, out.toString(), err.toString());
    }

    /** The same, with streams of one's own. */
    static int execute(InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
        InputStream before = System.in;
        System.setIn(in);
        try {
            return Keyway.execute(arguments, out, err);
        } finally {
            System.setIn(before);
        }
    }

    List<JsonNode> json() {
        return out.lines().map(JSON::readTree).toList();
    }
}
