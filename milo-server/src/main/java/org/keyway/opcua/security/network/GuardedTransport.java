package org.keyway.opcua.security.network;

import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.channel.EncodingLimits;
import org.eclipse.milo.opcua.stack.transport.server.OpcServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.keyway.opcua.ServerSettings;

/** The stack's transport over TCP with our guard before it, and threads of its own. */
public final class GuardedTransport {
    /** What a message may be like: 512 KiB in 16 chunks, 32 deep. */
    public static final EncodingLimits LIMITS = new EncodingLimits(65_535, 16, 512 * 1024, 32);

    private static final Duration UNTIL_OPEN = Duration.ofSeconds(15);
    private static final Duration UNSECURED = Duration.ofSeconds(30);
    private static final Duration UNFINISHED = Duration.ofSeconds(30);
    private static final Duration UNREAD = Duration.ofSeconds(20);
    private static final int LOW_WATER = 1 << 20;
    private static final int HIGH_WATER = 4 << 20;

    private final ServerSettings settings;
    private final ServerThreads threads;
    private final ConnectionLedger ledger;
    private final RefusalCount refusals = new RefusalCount();

    /** A transport, which listens nowhere yet. */
    public GuardedTransport(ServerSettings settings, ServerThreads threads) {
        this.settings = settings;
        this.threads = threads;
        this.ledger = new ConnectionLedger(settings.capacity(), System::nanoTime);
    }

    /** Tells the log once a minute what was refused. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with its executor
    public void tellRefusals(ScheduledExecutorService timers) {
        timers.scheduleAtFixedRate(refusals::tell, 1, 1, TimeUnit.MINUTES);
    }

    /** How many connections were ended at the door since the start. */
    public long refused() {
        return refusals.total();
    }

    /** How many are connected. */
    public int connected() {
        return ledger.total();
    }

    /** The transport for the stack. */
    public OpcServerTransport open() {
        // One for the whole process, with four connections a second from an address, and none of it for loopback.
        Stack.ConnectionLimits.RATE_LIMIT_ENABLED = false;
        OpcTcpServerTransportConfig config = OpcTcpServerTransportConfig.newBuilder()
                .setExecutor(threads.requests())
                .setEventLoop(threads.network())
                .setBootstrapCustomizer(bootstrap -> bootstrap.childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER)))
                .setChannelPipelineCustomizer(pipeline -> pipeline.addFirst(guard()))
                .build();
        return new OpcTcpServerTransport(config);
    }

    private ConnectionGuard guard() {
        Optional<Duration> unsecured = settings.readableByAnyone() ? Optional.empty() : Optional.of(UNSECURED);
        return new ConnectionGuard(
                ledger,
                refusals,
                new ConnectionGuard.Patience(UNTIL_OPEN, unsecured, UNFINISHED, UNREAD),
                new MessageScanner(settings.policies(), LIMITS));
    }
}
