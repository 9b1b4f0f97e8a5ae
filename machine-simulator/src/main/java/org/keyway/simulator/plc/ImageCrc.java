package org.keyway.simulator.plc;

/** The checksum of an offer as a PLC computes it: byte by byte, without a library (CRC-32/ISO-HDLC). */
final class ImageCrc {
    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int BITS = 8;

    private int crc = -1;

    private ImageCrc() {}

    static long of(OfferImage image) {
        ImageCrc crc = new ImageCrc();
        crc.add(image.offerSeqBegin(), Integer.BYTES);
        crc.add(image.runsPlanned(), Integer.BYTES);
        crc.add(image.recipeRevision(), Integer.BYTES);
        crc.add(image.programNo(), Integer.BYTES);
        crc.add(image.paramCount(), Short.BYTES);
        for (int i = 0; i < image.paramCount(); i++) {
            crc.add(image.paramNo().get(i), Short.BYTES);
            crc.add(Double.doubleToRawLongBits(image.paramValue().get(i)), Double.BYTES);
        }
        crc.add(image.jobOrderId());
        crc.add(image.productId());
        crc.add(image.serialNumber());
        crc.add(image.recipeId());
        crc.add(image.programName());
        return Integer.toUnsignedLong(~crc.crc);
    }

    private void add(String text) {
        add(text.length(), Short.BYTES);
        text.chars().forEach(unit -> add(unit, Character.BYTES));
    }

    private void add(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            add((int) (value >>> (BITS * i)) & 0xFF);
        }
    }

    private void add(int octet) {
        crc ^= octet;
        for (int bit = 0; bit < BITS; bit++) {
            crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
        }
    }
}
