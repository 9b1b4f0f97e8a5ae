package org.keyway.simulator.control;

import java.util.Map;
import org.keyway.simulator.reader.SimulatedCode;
import org.keyway.simulator.reader.SimulatedReader;

/** Pulls the trigger of the simulated reader. */
final class ReaderTrigger {
    private final SimulatedReader reader;

    ReaderTrigger(SimulatedReader reader) {
        this.reader = reader;
    }

    Map<String, Object> pull(Query query) {
        String data = query.text("data")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("data is missing: what the reader is to read"));
        SimulatedCode code = SimulatedCode.text(query.text("codeType").orElse("RAW:STRING"), data);
        reader.scan(query.text("symbology").map(code::of).orElse(code));
        return Map.of("read", data);
    }
}
