package org.keyway.opcua.link;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.netty.channel.nio.NioEventLoopGroup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Service;
import org.keyway.opcua.security.ApplicationIdentity;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.security.certificate.StrictCertificateValidator;
import org.keyway.profile.Endpoint;

/** Makes clients, which all share a few threads, our certificate and our trust list. */
@Singleton
public final class DeviceClients implements Service {
    private static final int CONNECTING_THREADS = 8;
    private static final int WORKING_THREADS = 3;
    private static final int NETWORK_THREADS = 2;
    /** What we are called where no certificate says it, on this computer alone. */
    private static final String WITHOUT_CERTIFICATE = "urn:localhost:keyway";

    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(2);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Pki pki;
    private final ScheduledThreadPoolExecutor connecting;
    private final ThreadPoolExecutor working;
    private final NioEventLoopGroup network = new NioEventLoopGroup(NETWORK_THREADS);
    private @Nullable Trust trust;

    private record Trust(ApplicationIdentity identity, CertificateValidator validator) {}

    @Inject
    public DeviceClients(Pki pki) {
        this.pki = pki;
        connecting = new ScheduledThreadPoolExecutor(CONNECTING_THREADS, work -> new Thread(work, "opcua-connect"));
        connecting.setRemoveOnCancelPolicy(true);
        connecting.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        working = new ThreadPoolExecutor(
                WORKING_THREADS,
                WORKING_THREADS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "opcua-client"));
        working.allowCoreThreadTimeOut(true);
    }

    /** Runs work that may block on connecting. */
    @SuppressWarnings("FutureReturnValueIgnored") // the work reports what goes wrong itself
    void later(Duration delay, Runnable work) {
        connecting.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A client for an endpoint, not connected yet; asks the device for its endpoints.
     *
     * @param heard run whenever something comes from the device
     */
    OpcUaClient client(Endpoint endpoint, Duration callTimeout, Runnable heard) throws UaException {
        SecurityPolicy policy = policy(endpoint);
        return OpcUaClient.create(
                endpoint.url(),
                offered -> select(offered, policy),
                transport -> transport
                        .setExecutor(working)
                        .setEventLoop(network)
                        .setChannelPipelineCustomizer(channel -> channel.addFirst(new Ear(heard)))
                        .setConnectTimeout(uint(CONNECT_TIMEOUT.toMillis()))
                        .setAcknowledgeTimeout(uint(CONNECT_TIMEOUT.toMillis())),
                client -> configure(client, endpoint, policy, callTimeout));
    }

    private static SecurityPolicy policy(Endpoint endpoint) throws UaException {
        return switch (endpoint.security()) {
            case "None" -> SecurityPolicy.None;
            case "Basic256Sha256" -> SecurityPolicy.Basic256Sha256;
            case "Aes128_Sha256_RsaOaep" -> SecurityPolicy.Aes128_Sha256_RsaOaep;
            case "Aes256_Sha256_RsaPss" -> SecurityPolicy.Aes256_Sha256_RsaPss;
            default -> throw new UaException(StatusCodes.Bad_SecurityPolicyRejected, endpoint.security());
        };
    }

    private static Optional<EndpointDescription> select(List<EndpointDescription> offered, SecurityPolicy policy) {
        MessageSecurityMode mode =
                policy == SecurityPolicy.None ? MessageSecurityMode.None : MessageSecurityMode.SignAndEncrypt;
        return offered.stream()
                .filter(endpoint -> policy.getUri().equals(endpoint.getSecurityPolicyUri()))
                .filter(endpoint -> endpoint.getSecurityMode() == mode)
                .findFirst();
    }

    private void configure(
            OpcUaClientConfigBuilder client, Endpoint endpoint, SecurityPolicy policy, Duration callTimeout) {
        client.setApplicationName(LocalizedText.english("Keyway"))
                .setApplicationUri(WITHOUT_CERTIFICATE)
                .setRequestTimeout(uint(callTimeout.toMillis()))
                .setSessionTimeout(uint(SESSION_TIMEOUT.toMillis()))
                .setKeepAliveInterval(uint(KEEP_ALIVE.toMillis()))
                .setKeepAliveTimeout(uint(KEEP_ALIVE.toMillis()))
                .setKeepAliveFailuresAllowed(uint(1));
        endpoint.user().ifPresent(user -> client.setIdentityProvider(new UsernameProvider(user, password(endpoint))));
        if (policy != SecurityPolicy.None) {
            Trust own = trust();
            client.setApplicationUri(own.identity().applicationUri())
                    .setKeyPair(own.identity().keys())
                    .setCertificate(own.identity().certificate())
                    .setCertificateChain(new X509Certificate[] {own.identity().certificate()})
                    .setCertificateValidator(own.validator());
        }
    }

    private static String password(Endpoint endpoint) {
        return endpoint.passwordFrom()
                .filter(source -> source.startsWith("env:"))
                .map(source -> System.getenv(source.substring("env:".length())))
                .orElse("");
    }

    private synchronized Trust trust() {
        if (trust == null) {
            try {
                trust = new Trust(pki.own().current(), StrictCertificateValidator.ofDevices(pki, Clock.systemUTC()));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("our certificate can't be used", e);
            }
        }
        return trust;
    }

    /** Lets go of a client that lost its device, without waiting. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    void giveUp(@Nullable OpcUaClient client) {
        if (client != null) {
            client.disconnectAsync();
        }
    }

    /** Ends a client's session in good order. */
    void end(@Nullable OpcUaClient client) {
        if (client == null) {
            return;
        }
        try {
            client.disconnectAsync().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException gone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        // Everything is made when first needed.
    }

    @Override
    public void stop() {
        connecting.shutdownNow();
        awaitEnd(connecting);
        working.shutdown();
        network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private static void awaitEnd(ExecutorService executor) {
        try {
            executor.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
