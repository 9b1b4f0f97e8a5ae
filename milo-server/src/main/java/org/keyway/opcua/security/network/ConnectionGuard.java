package org.keyway.opcua.security.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.channel.messages.ErrorMessage;
import org.eclipse.milo.opcua.stack.core.channel.messages.TcpMessageEncoder;
import org.jspecify.annotations.Nullable;

/**
 * First in a connection: the stack sees only what may be a message of OPC UA, from those who are not too many and not too slow.
 * Up to 1.1.4 it keeps the parts of unfinished messages for ever (CVE-2026-63252), has no limit of time between Hello and
 * OpenSecureChannel, and logs two errors for each piece of garbage. Whoever is turned away is told why and cut off.
 */
final class ConnectionGuard extends ChannelDuplexHandler {
    private static final int TYPE_BYTES = 3;
    private static final int OPN = 'O' << 16 | 'P' << 8 | 'N';

    private final ConnectionLedger ledger;
    private final RefusalCount refusals;
    private final Patience patience;
    private final MessageScanner scanner;
    private @Nullable InetAddress entered;
    private ByteBuf heldBack = Unpooled.EMPTY_BUFFER;
    private boolean ended;
    private boolean waiting;

    /**
     * How long others may take.
     *
     * @param untilOpen to open a secure channel
     * @param unsecured to keep a channel without security; for ever where that is allowed
     * @param unfinished to finish a message, whose parts the stack keeps meanwhile
     * @param unread to fetch answers
     */
    record Patience(Duration untilOpen, Optional<Duration> unsecured, Duration unfinished, Duration unread) {}

    ConnectionGuard(ConnectionLedger ledger, RefusalCount refusals, Patience patience, MessageScanner scanner) {
        this.ledger = ledger;
        this.refusals = refusals;
        this.patience = patience;
        this.scanner = scanner;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        InetAddress address = ((InetSocketAddress) context.channel().remoteAddress()).getAddress();
        Optional<Refusal> refusal = ledger.enter(address);
        if (refusal.isPresent()) {
            end(context, refusal.get());
            return;
        }
        entered = address;
        later(context, patience.untilOpen(), () -> {
            if (!scanner.isOpen()) {
                end(context, Refusal.TOO_SLOW);
            }
        });
        super.channelActive(context);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    private static void later(ChannelHandlerContext context, Duration time, Runnable work) {
        context.executor().schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        InetAddress address = entered;
        if (address != null) {
            entered = null;
            ledger.leave(address);
        }
        byte[] ending = scanner.ending();
        if (ending.length > 0) {
            context.fireChannelRead(Unpooled.wrappedBuffer(ending));
        }
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        Optional<Refusal> refusal = message instanceof ByteBuf bytes && !ended ? scanner.scan(bytes) : Optional.empty();
        if (ended || refusal.isPresent()) {
            ReferenceCountUtil.release(message);
            refusal.ifPresent(reason -> end(context, reason));
            return;
        }
        if (message instanceof ByteBuf bytes) {
            pass(context, bytes);
        }
        awaitEnd(context);
    }

    /** Heads go to the stack whole or not at all. */
    private void pass(ChannelHandlerContext context, ByteBuf bytes) {
        ByteBuf all = heldBack.isReadable() ? Unpooled.wrappedBuffer(heldBack, bytes) : bytes;
        int whole = all.readableBytes() - scanner.headBegun();
        heldBack = Unpooled.copiedBuffer(all.slice(all.readerIndex() + whole, scanner.headBegun()));
        all.writerIndex(all.readerIndex() + whole);
        if (all.isReadable()) {
            context.fireChannelRead(all);
        } else {
            all.release();
        }
    }

    /** A message that somebody has begun ends in time, or his connection does. */
    private void awaitEnd(ChannelHandlerContext context) {
        if (waiting || !scanner.isWithinMessage()) {
            return;
        }
        waiting = true;
        long before = scanner.ended();
        later(context, patience.unfinished(), () -> {
            waiting = false;
            if (scanner.isWithinMessage() && scanner.ended() == before) {
                end(context, Refusal.UNFINISHED);
            } else {
                awaitEnd(context);
            }
        });
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean opens = message instanceof ByteBuf bytes
                && bytes.readableBytes() > TYPE_BYTES
                && bytes.getUnsignedMedium(bytes.readerIndex()) == OPN;
        if (opens && !scanner.isOpen()) {
            scanner.opened();
            if (!scanner.isSecured()) {
                patience.unsecured()
                        .ifPresent(time -> later(context, time, () -> end(context, Refusal.UNSECURED_TOO_LONG)));
            }
        }
        super.write(context, message, promise);
    }

    /** Whoever doesn't fetch his answers gets no more, and is cut off when he goes on so. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        boolean writable = context.channel().isWritable();
        context.channel().config().setAutoRead(writable);
        if (!writable) {
            later(context, patience.unread(), () -> {
                if (!context.channel().isWritable()) {
                    end(context, Refusal.NOT_READING);
                }
            });
        }
        super.channelWritabilityChanged(context);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void end(ChannelHandlerContext context, Refusal refusal) {
        if (ended || !context.channel().isActive()) {
            return;
        }
        ended = true;
        refusals.add(refusal);
        tell(context, refusal);
        later(context, patience.unread().dividedBy(10), context::close);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void tell(ChannelHandlerContext context, Refusal refusal) {
        try {
            context.writeAndFlush(TcpMessageEncoder.encode(new ErrorMessage(refusal.status(), refusal.words())))
                    .addListener(told -> leave(context));
        } catch (UaException e) {
            context.close();
        }
    }

    /** What the other side is still saying is read, or the network would take our last word back (RFC 1122 4.2.2.13). */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void leave(ChannelHandlerContext context) {
        if (entered != null && context.channel() instanceof DuplexChannel open) {
            open.shutdownOutput();
        } else {
            context.close();
        }
    }
}
