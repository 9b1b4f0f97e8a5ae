package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.eclipse.milo.opcua.stack.transport.server.uasc.UascServerHelloHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerPolicy;

/** Whatever bytes come, the guard and the stack behind it answer in the protocol or cut off, and nothing is left. */
final class TransportFuzzTest {
    private static final Set<String> ANSWERS = Set.of("ACK", "OPN", "MSG", "ERR");
    private static final OpcTcpServerTransportConfig TRANSPORT =
            OpcTcpServerTransportConfig.newBuilder().build();
    private static final OpcUaServer SERVER = new OpcUaServer(
            new OpcUaServerConfigBuilder()
                    .setEndpoints(Set.of(EndpointConfig.newBuilder()
                            .setHostname("h")
                            .setPath("/keyway")
                            .build()))
                    .setApplicationUri("urn:fuzzed")
                    .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
                    .build(),
            profile -> new OpcTcpServerTransport(TRANSPORT));

    /** A connection from somewhere. */
    private static final class Connection extends EmbeddedChannel {
        Connection(ConnectionLedger ledger) throws Exception {
            super(
                    DefaultChannelId.newInstance(),
                    false,
                    false,
                    new ConnectionGuard(
                            ledger,
                            new RefusalCount(),
                            new ConnectionGuard.Patience(
                                    Duration.ofSeconds(15),
                                    Optional.empty(),
                                    Duration.ofSeconds(30),
                                    Duration.ofSeconds(20)),
                            new MessageScanner(EnumSet.allOf(ServerPolicy.class), GuardedTransport.LIMITS)),
                    new UascServerHelloHandler(
                            TRANSPORT,
                            new KnownNumbers(SERVER.getApplicationContext()),
                            TransportProfile.TCP_UASC_UABINARY));
            register();
        }

        @Override
        protected @Nullable SocketAddress remoteAddress0() {
            return isActive() ? new InetSocketAddress("192.0.2.7", 50_000) : null;
        }
    }

    @Test
    void aSeedReachesTheServiceThatItAsksFor() throws Exception {
        int before = KnownNumbers.asked.get();
        whateverComesIsAnsweredInTheProtocolOrCutOff(seed("hello-open-endpoints"));
        assertThat(KnownNumbers.asked.get()).isEqualTo(before + 1);
    }

    private static byte[] seed(String name) throws Exception {
        try (InputStream seed = Objects.requireNonNull(TransportFuzzTest.class.getResourceAsStream(
                "TransportFuzzTestInputs/whateverComesIsAnsweredInTheProtocolOrCutOff/" + name))) {
            return seed.readAllBytes();
        }
    }

    /** An input is what comes, cut into pieces after as many bytes as its first byte says. */
    @FuzzTest(maxDuration = "2m")
    void whateverComesIsAnsweredInTheProtocolOrCutOff(byte[] input) throws Exception {
        if (input.length < 2) {
            return;
        }
        ConnectionLedger ledger = new ConnectionLedger(ServerCapacity.USUAL, System::nanoTime);
        Connection connection = new Connection(ledger);
        int piece = Math.max(1, input[0] & 0xFF);
        for (int at = 1; at < input.length && connection.isOpen(); at += piece) {
            connection.writeInbound(Unpooled.copiedBuffer(input, at, Math.min(piece, input.length - at)));
        }
        connection.runPendingTasks();
        for (Object answer = connection.readOutbound(); answer != null; answer = connection.readOutbound()) {
            ByteBuf bytes = (ByteBuf) answer;
            assertThat(ANSWERS).contains(bytes.toString(0, 3, StandardCharsets.ISO_8859_1));
            bytes.release();
        }
        connection.close().syncUninterruptibly();
        connection.finishAndReleaseAll();
        assertThat(ledger.total()).isZero();
    }

    /** The scanner alone: how the bytes are cut up changes nothing of what it finds. */
    @FuzzTest(maxDuration = "1m")
    void howBytesAreCutUpChangesNothing(byte[] input) {
        Optional<Refusal> whole = new MessageScanner(EnumSet.allOf(ServerPolicy.class), GuardedTransport.LIMITS)
                .scan(Unpooled.wrappedBuffer(input));
        MessageScanner scanner = new MessageScanner(EnumSet.allOf(ServerPolicy.class), GuardedTransport.LIMITS);
        Optional<Refusal> found = Optional.empty();
        for (int at = 0; at < input.length && found.isEmpty(); at++) {
            found = scanner.scan(Unpooled.wrappedBuffer(input, at, 1));
        }
        assertThat(found).isEqualTo(whole);
    }
}
