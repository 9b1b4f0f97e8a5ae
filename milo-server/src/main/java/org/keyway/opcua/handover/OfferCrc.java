package org.keyway.opcua.handover;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The checksum by which a PLC knows that it read one whole offer: CRC-32/ISO-HDLC over the offer's canonical bytes, little
 * endian. Sequence, runs, revision and program number as 32 bit; the number of parameters as 16 bit, of each its number as
 * 16 bit and its value as an IEEE 754 double; of each text its length as 16 bit and its UTF-16 code units.
 */
final class OfferCrc {
    private static final int HEADER_BYTES = 4 * Integer.BYTES + Short.BYTES;

    private OfferCrc() {}

    /** The checksum, 0 to 2^32-1. */
    static long of(Offer offer) {
        CRC32 crc = new CRC32();
        crc.update(canonical(offer));
        return crc.getValue();
    }

    /** The bytes, ready to be read. */
    static ByteBuffer canonical(Offer offer) {
        List<String> texts = List.of(
                offer.jobOrderId(), offer.productId(), offer.serialNumber(), offer.recipeId(), offer.programName());
        int size = HEADER_BYTES + offer.parameters().size() * (Short.BYTES + Double.BYTES);
        for (String text : texts) {
            size += Short.BYTES + text.length() * Character.BYTES;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt((int) offer.seq()).putInt((int) offer.runsPlanned());
        bytes.putInt((int) offer.recipeRevision()).putInt((int) offer.programNo());
        bytes.putShort((short) offer.parameters().size());
        for (OfferParameter parameter : offer.parameters()) {
            bytes.putShort((short) parameter.no()).putDouble(parameter.value());
        }
        for (String text : texts) {
            bytes.putShort((short) text.length());
            text.chars().forEach(unit -> bytes.putChar((char) unit));
        }
        return bytes.flip();
    }
}
