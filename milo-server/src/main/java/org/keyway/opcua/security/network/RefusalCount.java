package org.keyway.opcua.security.network;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts refused connections, so that the log says one line a minute of them however many there are. */
final class RefusalCount {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalCount.class);

    private final Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);
    private long total;

    synchronized void add(Refusal refusal) {
        counts.merge(refusal, 1L, Long::sum);
        total++;
    }

    /** How many there were since the start. */
    synchronized long total() {
        return total;
    }

    /** Logs what was refused since the last time, if anything was. */
    void tell() {
        String sentence;
        synchronized (this) {
            sentence = counts.entrySet().stream()
                    .map(count -> count.getValue() + " × " + count.getKey().words())
                    .collect(Collectors.joining(", "));
            counts.clear();
        }
        if (!sentence.isEmpty()) {
            LOG.warn("OPC UA connections ended at the door: {}", sentence);
        }
    }
}
