package org.keyway.terminal.live;

import java.nio.charset.StandardCharsets;
import org.keyway.terminal.http.Json;

/** Writes events in the form of the HTML standard, 9.2 (server-sent events). */
final class EventText {
    /** Asks the browser to come back quickly when the connection is lost. */
    static final byte[] RETRY = "retry: 1000\n\n".getBytes(StandardCharsets.US_ASCII);

    private EventText() {}

    static byte[] event(String name, Object data) {
        String json = Json.MAPPER.writeValueAsString(data);
        return ("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
