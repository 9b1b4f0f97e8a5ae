package org.keyway.opcua.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session with one device. A lost connection may bring the same session back for a few seconds, so that a device
 * with few sessions isn't used up; after that, or when the device started anew, everything begins afresh.
 *
 * @param <S> what a guest makes of a session
 */
public final class SessionKeeper<S> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Device device;
    private final DeviceClients clients;
    private final Guest<S> guest;

    private Duration wait = FIRST_WAIT;
    private boolean closed;
    private @Nullable OpcUaClient client;
    private @Nullable NodeId sessionId;
    private volatile @Nullable S session;

    /**
     * A device to keep a session with.
     *
     * @param name what the log calls it
     * @param callTimeout for every request
     */
    public record Device(String name, Endpoint endpoint, Duration callTimeout) {}

    /** Whoever needs the session. Its methods may ask the device, and wait for it. */
    public interface Guest<S> {
        /** Makes what it needs of a session that is active now; failing begins everything afresh. */
        S open(OpcUaClient client, UaSession active) throws UaException;

        /**
         * What was opened is in use from now on; failing begins everything afresh.
         *
         * @param first whether nothing was begun in this session yet; else it is a session that came back, with its
         *     subscriptions
         */
        void begin(S opened, boolean first) throws UaException;

        /** There is no connection. The session may come back, or another begin. */
        void lost();

        /** Something came from the device, be it but the answer that keeps the session alive; must not block. */
        default void heard() {}

        /** An attempt to connect failed, or what was opened could not be begun; another follows. */
        default void failed(String reason) {}
    }

    public SessionKeeper(Device device, DeviceClients clients, Guest<S> guest) {
        this.device = device;
        this.clients = clients;
        this.guest = guest;
    }

    /** Begins to connect, and goes on until closed. */
    public void open() {
        later(Duration.ZERO, this::connect);
    }

    /** What was opened on the session of this moment. */
    public Optional<S> session() {
        return Optional.ofNullable(session);
    }

    private void later(Duration delay, Runnable work) {
        try {
            clients.later(delay, work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} is stopping", device.name());
        }
    }

    private void connect() {
        OpcUaClient attempt = null;
        try {
            attempt = clients.client(device.endpoint(), device.callTimeout(), guest::heard);
            if (!keep(attempt)) {
                return;
            }
            attempt.addSessionActivityListener(new Activity(attempt));
            attempt.connect();
        } catch (UaException | RuntimeException e) {
            LOG.debug("{} is not reachable: {}", device.name(), e.getMessage());
            guest.failed(String.valueOf(e.getMessage()));
            startAfresh(attempt);
        }
    }

    private synchronized boolean keep(OpcUaClient attempt) {
        if (closed) {
            return false;
        }
        client = attempt;
        sessionId = null;
        return true;
    }

    private synchronized void startAfresh(@Nullable OpcUaClient old) {
        if (old != client) {
            clients.giveUp(old);
            return;
        }
        session = null;
        client = null;
        sessionId = null;
        clients.giveUp(old);
        if (!closed) {
            later(wait, this::connect);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /** What a client tells of its session; counts while that client is the one in use. */
    private final class Activity implements SessionActivityListener {
        private final OpcUaClient source;

        Activity(OpcUaClient source) {
            this.source = source;
        }

        @Override
        public void onSessionActive(UaSession active) {
            later(Duration.ZERO, () -> {
                if (isSameSession(source, active)) {
                    begin(source, active);
                } else {
                    startAfresh(source);
                }
            });
        }

        @Override
        public void onSessionInactive(UaSession inactive) {
            lost(source);
        }
    }

    /** Whether this is the first session of the client, or that session again; another means a device started anew. */
    private synchronized boolean isSameSession(OpcUaClient source, UaSession active) {
        return source == client && (sessionId == null || sessionId.equals(active.getSessionId()));
    }

    private void begin(OpcUaClient current, UaSession active) {
        boolean inUse = false;
        try {
            S opened = guest.open(current, active);
            boolean first;
            synchronized (this) {
                if (client != current) {
                    return;
                }
                first = sessionId == null;
                sessionId = active.getSessionId();
                session = opened;
                wait = FIRST_WAIT;
            }
            inUse = true;
            guest.begin(opened, first);
        } catch (UaException | RuntimeException e) {
            LOG.info("{} connected but can't be used: {}", device.name(), e.getMessage());
            release(current, inUse);
            guest.failed(String.valueOf(e.getMessage()));
        }
    }

    /** Who was told of a session hears that it is gone, since the client that lost it is in use no more and won't be heard. */
    private void release(OpcUaClient current, boolean inUse) {
        boolean loss;
        synchronized (this) {
            loss = inUse && client == current;
            startAfresh(current);
        }
        if (loss) {
            guest.lost();
        }
    }

    private void lost(OpcUaClient source) {
        synchronized (this) {
            if (closed || source != client) {
                return;
            }
            session = null;
        }
        guest.lost();
        later(PATIENCE, () -> {
            if (session == null) {
                startAfresh(source);
            }
        });
    }

    /** Begins everything afresh after a while, because what was opened is of no use; nothing happens if it isn't in use. */
    public void renew(S useless, Duration after) {
        later(after, () -> {
            OpcUaClient current;
            synchronized (this) {
                if (session != useless) {
                    return;
                }
                current = client;
            }
            startAfresh(current);
        });
    }

    /** Ends the session in good order, and tries no more. */
    public void close() {
        clients.end(finish());
    }

    /** Ends the session without waiting for it, and tries no more. */
    public void abandon() {
        clients.giveUp(finish());
    }

    private synchronized @Nullable OpcUaClient finish() {
        OpcUaClient last = client;
        closed = true;
        client = null;
        session = null;
        return last;
    }
}
