package org.keyway.opcua.security.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client that is trusted and its connection, says what the client never would inside of its encrypted channel,
 * and makes it believe that the server takes messages of any size.
 */
final class Insider {
    private static final int CHANNEL_AT = 8;
    private static final int MESSAGE_SIZE_AT = 20;
    private static final int CHUNKS_AT = 24;
    private static final int STATUS_AT = 8;

    private volatile @Nullable Connection connection;

    /** Enters a connection. A client makes several, the first of them only to ask for endpoints: the newest is the one that counts. */
    void enter(ChannelPipeline pipeline) {
        Connection entered = new Connection();
        pipeline.addFirst(entered);
        connection = entered;
    }

    private Connection newest() {
        return Objects.requireNonNull(connection);
    }

    private static final class Connection extends ChannelDuplexHandler {
        private final CompletableFuture<Long> told = new CompletableFuture<>();
        private volatile @Nullable ChannelHandlerContext there;
        private volatile int channelId;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            there = context;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof ByteBuf bytes
                    && bytes.readableBytes() > CHANNEL_AT + 4
                    && bytes.getByte(bytes.readerIndex()) == 'M') {
                channelId = bytes.getIntLE(bytes.readerIndex() + CHANNEL_AT);
            }
            super.write(context, message, promise);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof ByteBuf bytes && bytes.readableBytes() > STATUS_AT + 4) {
                int at = bytes.readerIndex();
                if (bytes.getByte(at) == 'A') {
                    bytes.setIntLE(at + MESSAGE_SIZE_AT, 0);
                    bytes.setIntLE(at + CHUNKS_AT, 0);
                } else if (bytes.getByte(at) == 'E') {
                    told.complete(bytes.getUnsignedIntLE(at + STATUS_AT));
                }
            }
            super.channelRead(context, message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            told.complete(0L);
            super.channelInactive(context);
        }

        private ChannelHandlerContext there() {
            return Objects.requireNonNull(there);
        }
    }

    /** A part of a message that never ends. */
    @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is told
    void saysAPart(int bytes) {
        Connection inside = newest();
        ByteBuf body = Unpooled.buffer().writeIntLE(inside.channelId).writeZero(bytes);
        inside.there().writeAndFlush(Wire.message("MSG", 'C', Wire.bytes(body)));
    }

    void leaves() {
        newest().there().close().syncUninterruptibly();
    }

    /** The status of the error that ended the connection; 0 when it was ended without a word. */
    long isToldAndCutOff() throws Exception {
        return newest().told.get(20, TimeUnit.SECONDS);
    }
}
