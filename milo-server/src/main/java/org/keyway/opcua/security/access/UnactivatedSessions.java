package org.keyway.opcua.security.access;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.CloseSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;
import org.keyway.opcua.security.certificate.Thumbprint;

/**
 * The sessions that were created and never activated (OPC 10000-4 5.7.2). They last ten seconds, an application has twenty, and
 * where there is no room the oldest makes it, so that nobody takes the places of others without signing in. One that is being
 * activated is left alone: its sign-in may wait behind others.
 */
final class UnactivatedSessions {
    /** More than the clients of one application that start together need between creating and activating. */
    static final int MOST_PER_APPLICATION = 20;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final OpcUaServer server;
    private final Clock clock;
    /** By what authenticates them, the oldest first. */
    private final Map<NodeId, Created> sessions = new LinkedHashMap<>();

    private static final class Created {
        final Session session;
        final ServiceRequestContext context;
        final String application;
        final Instant since;
        int signIns;
        boolean closed;

        Created(Session session, ServiceRequestContext context, Instant since) {
            this.session = session;
            this.context = context;
            this.application = application(session, context.clientAddress());
            this.since = since;
        }

        /** Who has no certificate is known by his address. */
        private static String application(Session session, InetAddress address) {
            X509Certificate certificate = session.getSecurityConfiguration().getClientCertificate();
            return certificate == null ? address.getHostAddress() : Thumbprint.of(certificate);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with its executor
    UnactivatedSessions(OpcUaServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        server.getScheduledExecutorService().scheduleWithFixedDelay(this::endOld, 1, 1, TimeUnit.SECONDS);
    }

    private synchronized void endOld() {
        Instant limit = clock.instant().minus(LONGEST);
        while (endOldest(created -> created.since.isBefore(limit))) {}
    }

    /** Ends the oldest session of an address. */
    synchronized void makeRoom(InetAddress address) {
        endOldest(created -> address.equals(created.session.getClientAddress()));
    }

    /** Ends the oldest session of all. */
    synchronized void makeRoom() {
        endOldest(created -> true);
    }

    /** A session was created; the oldest of its application makes room where that has too many. */
    synchronized void created(ServiceRequestContext context, CreateSessionResponse response) {
        NodeId token = response.getAuthenticationToken();
        server.getSessionManager().getAllSessions().stream()
                .filter(session -> session.getSessionId().equals(response.getSessionId()))
                .findFirst()
                .ifPresent(session -> add(token, new Created(session, context, clock.instant())));
    }

    private void add(NodeId token, Created added) {
        sessions.put(token, added);
        added.session.addLifecycleListener((session, subscriptions) -> closed(token));
        Predicate<Created> same = created -> created.application.equals(added.application);
        long held = sessions.values().stream()
                .filter(same.and(created -> created.signIns == 0))
                .count();
        if (held > MOST_PER_APPLICATION) {
            endOldest(same);
        }
    }

    /** Whether there was one. */
    private boolean endOldest(Predicate<Created> which) {
        return sessions.entrySet().stream()
                .filter(entry -> entry.getValue().signIns == 0 && which.test(entry.getValue()))
                .findFirst()
                .map(entry -> end(entry.getKey(), entry.getValue()))
                .isPresent();
    }

    private Created end(NodeId token, Created created) {
        sessions.remove(token);
        RequestHeader header = new RequestHeader(token, DateTime.now(), uint(0), uint(0), null, uint(0), null);
        try {
            server.getSessionManager().closeSession(new CloseSessionRequest(header, true), created.context);
        } catch (UaException e) {
            // It has ended by itself.
        }
        return created;
    }

    /** Leaves a session alone until a sign-in to it is done. */
    <T> CompletableFuture<T> during(NodeId token, Supplier<CompletableFuture<T>> signIn) {
        begun(token);
        return signIn.get().whenComplete((answer, failure) -> done(token, failure == null));
    }

    private synchronized void begun(NodeId token) {
        Created created = sessions.get(token);
        if (created != null) {
            created.signIns++;
        }
    }

    private synchronized void done(NodeId token, boolean activated) {
        Created created = sessions.get(token);
        if (created == null) {
            return;
        }
        created.signIns--;
        if (activated || created.closed) {
            sessions.remove(token);
        }
        if (activated && created.closed) {
            // It was closed while it was being activated: the stack would keep it for ever.
            server.getSessionManager().killSession(created.session.getSessionId(), true);
        }
    }

    private synchronized void closed(NodeId token) {
        Created created = sessions.get(token);
        if (created != null) {
            created.closed = true;
            sessions.computeIfPresent(token, (same, still) -> still.signIns == 0 ? null : still);
        }
    }
}
