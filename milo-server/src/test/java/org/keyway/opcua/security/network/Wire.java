package org.keyway.opcua.security.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Messages of OPC UA's connection protocol, right and wrong, byte by byte. */
final class Wire {
    static final String NONE = "http://opcfoundation.org/UA/SecurityPolicy#None";
    static final String BASIC = "http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha256";

    private Wire() {}

    static ByteBuf message(String type, char chunk, long length, byte[] body) {
        return Unpooled.buffer()
                .writeBytes(type.getBytes(StandardCharsets.ISO_8859_1))
                .writeByte(chunk)
                .writeIntLE((int) length)
                .writeBytes(body);
    }

    static ByteBuf message(String type, char chunk, byte[] body) {
        return message(type, chunk, 8L + body.length, body);
    }

    static ByteBuf hello(String url) {
        return hello(url, 65_535, 0);
    }

    static ByteBuf hello(String url, int buffer, int message) {
        byte[] text = url.getBytes(StandardCharsets.UTF_8);
        ByteBuf body = Unpooled.buffer()
                .writeIntLE(0)
                .writeIntLE(buffer)
                .writeIntLE(buffer)
                .writeIntLE(message)
                .writeIntLE(0)
                .writeIntLE(text.length)
                .writeBytes(text);
        return message("HEL", 'F', bytes(body));
    }

    static ByteBuf open(String policy, char chunk) {
        byte[] text = policy.getBytes(StandardCharsets.UTF_8);
        ByteBuf body = Unpooled.buffer()
                .writeIntLE(0)
                .writeIntLE(text.length)
                .writeBytes(text)
                .writeIntLE(-1)
                .writeIntLE(-1)
                .writeIntLE(1)
                .writeIntLE(1)
                .writeZero(60);
        return message("OPN", chunk, bytes(body));
    }

    /** OpenSecureChannel with certificates of somebody, meant for the certificate with this thumbprint. */
    static ByteBuf open(String policy, byte[] certificates, byte[] receiver) {
        byte[] text = policy.getBytes(StandardCharsets.UTF_8);
        ByteBuf body = Unpooled.buffer()
                .writeIntLE(0)
                .writeIntLE(text.length)
                .writeBytes(text)
                .writeIntLE(certificates.length)
                .writeBytes(certificates)
                .writeIntLE(receiver.length)
                .writeBytes(receiver)
                .writeZero(256);
        return message("OPN", 'F', bytes(body));
    }

    static byte[] bytes(ByteBuf buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        buffer.release();
        return bytes;
    }
}
