package org.keyway.opcua.security.network;

import io.netty.buffer.ByteBuf;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A connection that says whatever it likes. */
final class Intruder implements Closeable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int HEADER = 8;

    private final Socket socket = new Socket();

    Intruder(String url) throws IOException {
        URI where = URI.create(url);
        socket.connect(new InetSocketAddress(where.getHost(), where.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    Intruder says(ByteBuf message) throws IOException {
        return says(Wire.bytes(message));
    }

    Intruder says(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The type of the next answer; none when the connection was ended. */
    Optional<String> hears() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        in.readNBytes(length - HEADER);
        return Optional.of(new String(header, 0, 3, StandardCharsets.ISO_8859_1));
    }

    /** The status of the error that ends the connection. */
    long isToldAndCutOff() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] error = in.readNBytes(HEADER + 4);
        long status = Integer.toUnsignedLong(
                ByteBuffer.wrap(error).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER));
        try {
            in.readAllBytes();
        } catch (IOException reset) {
            // As good as an end: what we had sent was not read any more.
            return status;
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
