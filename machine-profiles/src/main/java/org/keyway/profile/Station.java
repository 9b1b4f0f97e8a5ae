package org.keyway.profile;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place where one scans, bound to the machines that name it.
 *
 * @param repeatWindow within which a second scan of the same label is the same job
 * @param rework whether a serial number that this machine has finished may be machined again
 * @param sequence the scans that make up one job; empty where the part alone does
 * @param orders whether a part without a job order is machined
 * @param readers whose codes are scans here without anybody sending them
 */
public record Station(
        String id,
        Name name,
        Duration repeatWindow,
        boolean rework,
        Optional<ScanSequence> sequence,
        Orders orders,
        List<CodeReader> readers) {
    /** The repeat window where a station names none. */
    public static final Duration DEFAULT_REPEAT_WINDOW = Duration.ofSeconds(5);

    public Station {
        // Documents from before there were orders and readers say nothing of them.
        orders = Objects.requireNonNullElse(orders, Orders.OPTIONAL);
        readers = List.copyOf(Objects.requireNonNullElse(readers, List.of()));
    }

    /** Whether parts are machined for which no manufacturing execution system has started an order. */
    public enum Orders {
        OPTIONAL,
        REQUIRED
    }

    /** A station where parts are machined with and without orders, without readers of its own. */
    public Station(String id, Name name, Duration repeatWindow, boolean rework, Optional<ScanSequence> sequence) {
        this(id, name, repeatWindow, rework, sequence, Orders.OPTIONAL, List.of());
    }

    /** A station where the part alone is scanned. */
    public Station(String id, Name name, Duration repeatWindow, boolean rework) {
        this(id, name, repeatWindow, rework, Optional.empty());
    }
}
