package org.keyway.opcua;

/**
 * How much our server takes on. What is beyond it is refused, so that those who are in keep their service.
 *
 * @param sessions at once; four times those expected, because a client that vanished keeps its session for a while
 * @param sessionsPerClient at once from one address
 * @param subscriptionsPerSession at once
 * @param itemsPerSession monitored items of a session, at once
 * @param connections at once
 * @param connectionsPerAddress at once from one address
 * @param connectionsPerSecond new ones from one address, on average; ten times as many may come in a burst
 */
public record ServerCapacity(
        int sessions,
        int sessionsPerClient,
        int subscriptionsPerSession,
        int itemsPerSession,
        int connections,
        int connectionsPerAddress,
        int connectionsPerSecond) {
    /** Enough for a hall with a hundred machines. */
    public static final ServerCapacity USUAL = new ServerCapacity(400, 250, 20, 10_000, 1_000, 400, 20);

    /**
     * A capacity.
     *
     * @throws IllegalArgumentException when one is less than one
     */
    public ServerCapacity {
        int least = Math.min(
                Math.min(Math.min(sessions, sessionsPerClient), Math.min(subscriptionsPerSession, itemsPerSession)),
                Math.min(Math.min(connections, connectionsPerAddress), connectionsPerSecond));
        if (least < 1) {
            throw new IllegalArgumentException("each limit must be 1 or more");
        }
    }
}
