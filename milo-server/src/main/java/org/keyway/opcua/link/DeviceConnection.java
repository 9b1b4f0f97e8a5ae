package org.keyway.opcua.link;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session with one device. A lost connection may bring the same session back for a few seconds, so that a device
 * with few sessions isn't used up; after that, or when the device started anew, everything begins afresh.
 */
final class DeviceConnection {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LARGEST_CLOCK_OFFSET = Duration.ofSeconds(30);

    private final ProfileNodes profile;
    private final DeviceClients clients;
    private final LinkListener listener;
    private final Clock clock;
    private final MachineWatch watch;

    private Duration wait = FIRST_WAIT;
    private boolean closed;
    private @Nullable OpcUaClient client;
    private @Nullable NodeId sessionId;
    private volatile @Nullable DeviceSession session;
    private volatile MachineStatus status;

    DeviceConnection(ProfileNodes profile, DeviceClients clients, LinkListener listener, Clock clock) {
        this.profile = profile;
        this.clients = clients;
        this.listener = listener;
        this.clock = clock;
        this.watch = new MachineWatch(profile, listener, this::stateSeen);
        this.status = MachineStatus.offline(clock.instant());
    }

    void open() {
        later(Duration.ZERO, this::connect);
    }

    MachineStatus status() {
        return status;
    }

    /** The session of this moment. */
    DeviceSession session() throws LinkException {
        DeviceSession current = session;
        if (current == null) {
            throw LinkCode.NOT_CONNECTED.exception(
                    Map.of("endpoint", profile.machine().endpoint().url()));
        }
        return current;
    }

    private void later(Duration delay, Runnable work) {
        try {
            clients.later(delay, work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} is stopping", profile.machine().id());
        }
    }

    private void connect() {
        OpcUaClient attempt = null;
        try {
            attempt = clients.client(
                    profile.machine().endpoint(), profile.settings().callTimeout());
            if (!keep(attempt)) {
                return;
            }
            attempt.addSessionActivityListener(new Activity(attempt));
            attempt.connect();
        } catch (UaException | RuntimeException e) {
            LOG.debug("{} is not reachable: {}", profile.machine().id(), e.getMessage());
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
        try {
            DeviceSession opened =
                    DeviceSession.open(current, active, profile.settings().callTimeout(), clock);
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
            LOG.info(
                    "{} connected at {}",
                    profile.machine().id(),
                    profile.machine().endpoint().url());
            MachineWatch.StateWord seen = watch.lastSeen(first);
            tell(new MachineStatus(true, seen.state(), seen.text(), clock.instant(), clockOffset(opened)));
            if (first) {
                watch.begin(opened);
            }
        } catch (UaException | RuntimeException e) {
            LOG.info("{} connected but can't be used: {}", profile.machine().id(), e.getMessage());
            startAfresh(current);
        }
    }

    private Optional<Long> clockOffset(DeviceSession opened) {
        Optional<Duration> offset = opened.clockOffset();
        offset.filter(ahead -> ahead.abs().compareTo(LARGEST_CLOCK_OFFSET) > 0)
                .ifPresent(ahead -> LOG.warn(
                        "the clock of {} is {} s ahead of ours",
                        profile.machine().id(),
                        ahead.toSeconds()));
        return offset.map(Duration::toMillis);
    }

    private void lost(OpcUaClient source) {
        synchronized (this) {
            if (closed || source != client) {
                return;
            }
            session = null;
        }
        LOG.info("{} lost its connection", profile.machine().id());
        tell(MachineStatus.offline(clock.instant()));
        later(PATIENCE, () -> {
            if (session == null) {
                startAfresh(source);
            }
        });
    }

    private void stateSeen(MachineWatch.StateWord word) {
        MachineStatus before = status;
        if (session != null && !(before.state() == word.state() && before.text().equals(word.text()))) {
            tell(new MachineStatus(true, word.state(), word.text(), clock.instant(), before.clockOffsetMillis()));
        }
    }

    private void tell(MachineStatus now) {
        status = now;
        listener.statusChanged(now);
    }

    void close() {
        OpcUaClient last;
        synchronized (this) {
            closed = true;
            last = client;
            client = null;
            session = null;
        }
        clients.end(last);
    }
}
