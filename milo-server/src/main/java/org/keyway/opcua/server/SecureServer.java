package org.keyway.opcua.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.keyway.opcua.ServerSettings;
import org.keyway.opcua.security.access.GuardedServer;
import org.keyway.opcua.security.certificate.ServerCertificates;
import org.keyway.opcua.security.certificate.StrictCertificateValidator;
import org.keyway.opcua.security.certificate.TrustAudit;
import org.keyway.opcua.security.certificate.TrustFolders;
import org.keyway.opcua.security.network.GuardedTransport;
import org.keyway.opcua.security.network.ServerThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server of the stack, put together of its endpoints, certificates, limits, threads and guards. */
final class SecureServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecureServer.class);
    private static final int GOODBYE_SECONDS = 3;
    private static final int RENEWAL_HOURS = 12;
    private static final int REMINDER_MINUTES = 15;
    private static final int TRUST_SECONDS = 2;

    private final ServerSettings settings;
    private final ServerThreads threads = new ServerThreads();
    private final ServerCertificates certificates;
    private final GuardedTransport transport;
    private final ServerEndpoints endpoints;
    private final GuardedServer server;
    private final TrustFolders trust;
    private final TrustAudit trustAudit;
    private Object trustSeen = List.of();

    /**
     * Makes a server; it listens nowhere yet.
     *
     * @throws IOException when our certificate can't be read or written, or no port is free
     * @throws GeneralSecurityException when our certificate can't be used
     */
    SecureServer(ServerSettings settings, ServerSecurity security) throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.trust = security.pki().trusted();
        this.trustAudit = new TrustAudit(security.pki(), security.audit(), security.clock());
        AtomicReference<GuardedServer> made = new AtomicReference<>();
        StrictCertificateValidator validator = StrictCertificateValidator.ofClients(
                security.pki().trusted(), security.pki().rejected(), security.clock(), (certificate, status) -> {
                    GuardedServer audited = made.get();
                    if (audited != null) {
                        audited.refused(certificate, status);
                    }
                });
        certificates = new ServerCertificates(security.pki(), validator);
        transport = new GuardedTransport(settings, threads);
        int port = settings.port() == 0 ? freePort() : settings.port();
        endpoints = new ServerEndpoints(settings, port, certificates::current);
        server = new GuardedServer(
                config(security),
                profile -> transport.open(),
                ServerEndpoints.PATH,
                settings.capacity().sessionsPerClient(),
                new GuardedServer.Guards(
                        security.callers(), security.audit(), security.clock(), threads.signIns(), threads.events()));
        made.set(server);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private OpcUaServerConfig config(ServerSecurity security) {
        return new OpcUaServerConfigBuilder()
                .setEndpoints(endpoints.all())
                .setApplicationName(LocalizedText.english("Keyway"))
                .setApplicationUri(certificates.applicationUri())
                .setProductUri("urn:keyway")
                .setEncodingLimits(GuardedTransport.LIMITS)
                .setLimits(new ServerLimits(settings.capacity()))
                .setIdentityValidator(security.signIns())
                .setCertificateManager(
                        new DefaultCertificateManager(security.pki().rejected(), certificates))
                .setExecutor(threads.requests())
                .setScheduledExecutor(threads.timers())
                .build();
    }

    /** The server of the stack. */
    GuardedServer server() {
        return server;
    }

    /** Where clients connect. */
    String url() {
        return endpoints.url();
    }

    /** What stands before the network. */
    GuardedTransport transport() {
        return transport;
    }

    /** Listens. */
    @SuppressWarnings("FutureReturnValueIgnored") // end with their executor
    void start() throws InterruptedException, ExecutionException {
        server.startup().get();
        transport.tellRefusals(threads.timers());
        trustSeen = trust.state();
        trustAudit.look();
        threads.timers().scheduleWithFixedDelay(this::lookAtTrust, TRUST_SECONDS, TRUST_SECONDS, TimeUnit.SECONDS);
        threads.timers().scheduleAtFixedRate(this::renew, RENEWAL_HOURS, RENEWAL_HOURS, TimeUnit.HOURS);
        LOG.info(
                "OPC UA on Milo {}: what is known to be weak in it before 1.1.5 is worked around",
                OpcUaServer.SDK_VERSION);
        if (settings.readableByAnyone() && !settings.bind().equals(ServerSettings.LOOPBACK)) {
            threads.timers().scheduleAtFixedRate(this::warn, 0, REMINDER_MINUTES, TimeUnit.MINUTES);
        } else if (settings.readableByAnyone()) {
            LOG.info("OPC UA: everybody on this computer may read without signing in; nobody may write so");
        }
    }

    private void warn() {
        LOG.warn(
                "OPC UA: COMMISSIONING is on: everybody who reaches {} may read everything without signing in and in"
                        + " clear text. Take commissioning out of the configuration when the work is done.",
                url());
    }

    /** Whoever is trusted no more, or has another account now, loses his sessions; new ones are judged anew anyway. */
    private void lookAtTrust() {
        try {
            Object now = trust.state();
            if (!now.equals(trustSeen)) {
                trustSeen = now;
                trustAudit.look();
                server.endUntrusted(certificates.getCertificateValidator());
            }
            server.endChanged();
        } catch (RuntimeException e) {
            LOG.error("who is trusted can't be looked at", e);
        }
    }

    /** Makes our certificate anew when it is due; clients that are connected stay so. */
    private void renew() {
        try {
            if (certificates.renew()) {
                server.resetEndpointDescriptionCache();
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.error(
                    "our OPC UA certificate can't be renewed; it is valid until {}",
                    certificates.current().getNotAfter(),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            server.shutdown().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the OPC UA server did not end in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.close();
    }
}
