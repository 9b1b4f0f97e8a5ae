package org.keyway.identifier.epc;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/** Writes tags with content of chance, bit by bit from the standard's tables, and knows the URI that says the same. */
final class TagWriter {
    private static final int[] COMPANY_BITS = {40, 37, 34, 30, 27, 24, 20};
    private static final String SERIAL_CHARACTERS = "0123456789ABCxyz!\"%&'()*+,-./:;<=>?_";
    private static final String SMALL_CHARACTERS = "0123456789ABCXYZ-/";

    private final Random random;
    private final StringBuilder bits = new StringBuilder();
    private final StringBuilder uri = new StringBuilder();

    TagWriter(Random random) {
        this.random = random;
    }

    /** The tag URI of what was written last. */
    String uri() {
        return uri.toString();
    }

    /** Sets one bit of what was written last. */
    void set(int at) {
        bits.setCharAt(at, '1');
    }

    /** Writes another tag. */
    void write(TagCoding coding) {
        bits.setLength(0);
        uri.setLength(0);
        switch (coding) {
            case SGTIN_96 -> key(0x30, "sgtin-96", 13, 44).number(38);
            case SGTIN_198 -> key(0x36, "sgtin-198", 13, 44).text(20, 140);
            case SSCC_96 -> key(0x31, "sscc-96", 17, 58).bits(0, 24);
            case SGLN_96 -> key(0x32, "sgln-96", 12, 41).number(41);
            case SGLN_195 -> key(0x39, "sgln-195", 12, 41).text(20, 140);
            case GRAI_96 -> key(0x33, "grai-96", 12, 44).number(38);
            case GRAI_170 -> key(0x37, "grai-170", 12, 44).text(16, 112);
            case GIAI_96 -> number(82 - COMPANY_BITS[company(0x34, "giai-96")]);
            case GIAI_202 -> asset();
            case GSRN_96 -> key(0x2D, "gsrn-96", 17, 58).bits(0, 24);
            case GSRNP_96 -> key(0x2E, "gsrnp-96", 17, 58).bits(0, 24);
            case GDTI_96 -> key(0x2C, "gdti-96", 12, 41).number(41);
            case GDTI_174 -> key(0x3E, "gdti-174", 12, 41).text(17, 119);
            case SGCN_96 -> key(0x3F, "sgcn-96", 12, 41).coupon();
            case ITIP_110 -> key(0x40, "itip-110", 13, 44).pieces().number(38);
            case ITIP_212 -> key(0x41, "itip-212", 13, 44).pieces().text(20, 140);
            case CPI_96 -> component();
            case CPI_VAR -> longComponent();
            case GID_96 -> general();
            case USDOD_96 -> defence();
            case ADI_VAR -> aerospace();
        }
    }

    private TagWriter key(int header, String name, int digits, int total) {
        int partition = company(header, name);
        padded(digits(digits - 12 + partition), total - COMPANY_BITS[partition]);
        return this;
    }

    private int company(int header, String name) {
        int filter = random.nextInt(8);
        int partition = random.nextInt(7);
        bits(header, 8).bits(filter, 3).bits(partition, 3);
        uri.append("urn:epc:tag:").append(name).append(':').append(filter);
        padded(digits(12 - partition), COMPANY_BITS[partition]);
        return partition;
    }

    private void asset() {
        int partition = company(0x38, "giai-202");
        text(18 + partition, 188 - COMPANY_BITS[partition]);
    }

    private void coupon() {
        String serial = digits(1 + random.nextInt(12));
        bits(new BigInteger("1" + serial), 41);
        uri.append('.').append(serial);
    }

    private TagWriter pieces() {
        padded(digits(2), 7);
        padded(digits(2), 7);
        return this;
    }

    private void component() {
        int partition = company(0x3C, "cpi-96");
        long component = random.nextInt((int) Math.pow(10, 3 + Math.min(partition, 5)));
        bits(component, 51 - COMPANY_BITS[partition]);
        uri.append('.').append(component);
        number(31);
    }

    private void longComponent() {
        int partition = company(0x3D, "cpi-var");
        small(characters(SMALL_CHARACTERS + "#", 18 + partition));
        long serial = Math.floorMod(random.nextLong(), 1_000_000_000_000L);
        bits(serial, 40);
        uri.append('.').append(serial);
    }

    private void general() {
        bits(0x35, 8).number(28).number(24).number(36);
        uri.deleteCharAt(0).insert(0, "urn:epc:tag:gid-96:");
    }

    private void defence() {
        bits(0x2F, 8).bits(7, 4);
        uri.append("urn:epc:tag:usdod-96:7.");
        authority(8, 255);
        number(36);
    }

    private void aerospace() {
        bits(0x3B, 8).bits(63, 6);
        uri.append("urn:epc:tag:adi-var:63.");
        authority(6, 63);
        small(random.nextBoolean() ? "" : characters(SMALL_CHARACTERS, 32));
        small((random.nextBoolean() ? "#" : "") + characters(SMALL_CHARACTERS, 29));
    }

    private void authority(int width, int mask) {
        String cage = random.nextBoolean() ? "2S194" : "W81X9C";
        (cage.length() == 5 ? " " + cage : cage).chars().forEach(c -> bits(c & mask, width));
        uri.append(cage);
    }

    private void padded(String digits, int width) {
        bits(digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits), width);
        uri.append('.').append(digits);
    }

    private TagWriter number(int width) {
        BigInteger value = new BigInteger(width, random);
        bits(value, width);
        uri.append('.').append(value);
        return this;
    }

    private void text(int characters, int width) {
        String text = characters(SERIAL_CHARACTERS, characters);
        int end = bits.length() + width;
        text.chars().forEach(c -> bits(c, 7));
        bits.append("0".repeat(end - bits.length()));
        escaped(text);
    }

    private void small(String text) {
        text.chars().forEach(c -> bits(c & 63, 6));
        bits(0, 6);
        escaped(text);
    }

    private void escaped(String text) {
        uri.append('.');
        text.chars()
                .forEach(c -> uri.append(
                        "\"%&/<>?#".indexOf(c) >= 0
                                ? String.format(Locale.ROOT, "%%%02X", c)
                                : String.valueOf((char) c)));
    }

    private TagWriter bits(long value, int width) {
        return bits(BigInteger.valueOf(value), width);
    }

    private TagWriter bits(BigInteger value, int width) {
        String binary = value.toString(2);
        bits.append("0".repeat(width - binary.length())).append(binary);
        return this;
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String characters(String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Hexadecimal digits of what was written last, filled up to whole words. */
    String hexadecimal() {
        while (bits.length() % 16 != 0) {
            bits.append('0');
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < bits.length(); i += 4) {
            digits.append(Character.forDigit(Integer.parseInt(bits.substring(i, i + 4), 2), 16));
        }
        return digits.toString().toUpperCase(Locale.ROOT);
    }
}
