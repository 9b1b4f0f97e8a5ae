package org.keyway.identifier.epc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.keyway.identifier.epc.TagContent.Held;

/** Tags written by an encoder of the test's own, bit by bit from the standard's tables, are read back. */
final class TagRoundTripTest {
    private static final int[] COMPANY_BITS = {40, 37, 34, 30, 27, 24, 20};
    private static final String SERIAL_CHARACTERS = "0123456789ABCxyz!\"%&'()*+,-./:;<=>?_";
    private static final String SMALL_CHARACTERS = "0123456789ABCXYZ-/";

    private static final List<Integer> LENGTHS = List.of(24, 28, 32, 44, 52, 56);

    private final Map<TagCoding, Integer> headers = new EnumMap<>(TagCoding.class);
    private final Random random = new Random(3096);
    private final StringBuilder bits = new StringBuilder();
    private final StringBuilder uri = new StringBuilder();

    private void bits(BigInteger value, int width) {
        String binary = value.toString(2);
        assertThat(binary.length()).isLessThanOrEqualTo(width);
        bits.append("0".repeat(width - binary.length())).append(binary);
    }

    private void bits(long value, int width) {
        bits(BigInteger.valueOf(value), width);
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

    private void padded(String digits, int width) {
        bits(digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits), width);
        uri.append('.').append(digits);
    }

    private void number(int width) {
        BigInteger value = new BigInteger(width, random);
        bits(value, width);
        uri.append('.').append(value);
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

    private void key(int header, String name, int digits, int total) {
        front(header, name);
        int partition = random.nextInt(7);
        bits(partition, 3);
        padded(digits(12 - partition), COMPANY_BITS[partition]);
        padded(digits(digits - 12 + partition), total - COMPANY_BITS[partition]);
    }

    private int company(int header, String name) {
        front(header, name);
        int partition = random.nextInt(7);
        bits(partition, 3);
        padded(digits(12 - partition), COMPANY_BITS[partition]);
        return partition;
    }

    private void front(int header, String name) {
        int filter = random.nextInt(8);
        bits(header, 8);
        bits(filter, 3);
        uri.append("urn:epc:tag:").append(name).append(':').append(filter);
    }

    private void write(TagCoding coding) {
        switch (coding) {
            case SGTIN_96 -> {
                key(0x30, "sgtin-96", 13, 44);
                number(38);
            }
            case SGTIN_198 -> {
                key(0x36, "sgtin-198", 13, 44);
                text(20, 140);
            }
            case SSCC_96 -> {
                key(0x31, "sscc-96", 17, 58);
                bits(0, 24);
            }
            case SGLN_96 -> {
                key(0x32, "sgln-96", 12, 41);
                number(41);
            }
            case SGLN_195 -> {
                key(0x39, "sgln-195", 12, 41);
                text(20, 140);
            }
            case GRAI_96 -> {
                key(0x33, "grai-96", 12, 44);
                number(38);
            }
            case GRAI_170 -> {
                key(0x37, "grai-170", 12, 44);
                text(16, 112);
            }
            case GIAI_96 -> number(82 - COMPANY_BITS[company(0x34, "giai-96")]);
            case GIAI_202 -> {
                int partition = company(0x38, "giai-202");
                text(18 + partition, 188 - COMPANY_BITS[partition]);
            }
            case GSRN_96 -> {
                key(0x2D, "gsrn-96", 17, 58);
                bits(0, 24);
            }
            case GSRNP_96 -> {
                key(0x2E, "gsrnp-96", 17, 58);
                bits(0, 24);
            }
            case GDTI_96 -> {
                key(0x2C, "gdti-96", 12, 41);
                number(41);
            }
            case GDTI_174 -> {
                key(0x3E, "gdti-174", 12, 41);
                text(17, 119);
            }
            case SGCN_96 -> {
                key(0x3F, "sgcn-96", 12, 41);
                String serial = digits(1 + random.nextInt(12));
                bits(new BigInteger("1" + serial), 41);
                uri.append('.').append(serial);
            }
            case ITIP_110 -> {
                key(0x40, "itip-110", 13, 44);
                padded(digits(2), 7);
                padded(digits(2), 7);
                number(38);
            }
            case ITIP_212 -> {
                key(0x41, "itip-212", 13, 44);
                padded(digits(2), 7);
                padded(digits(2), 7);
                text(20, 140);
            }
            default -> others(coding);
        }
    }

    private void others(TagCoding coding) {
        switch (coding) {
            case CPI_96 -> {
                int partition = company(0x3C, "cpi-96");
                long component = random.nextInt((int) Math.pow(10, 3 + Math.min(partition, 5)));
                bits(component, 51 - COMPANY_BITS[partition]);
                uri.append('.').append(component);
                number(31);
            }
            case CPI_VAR -> {
                int partition = company(0x3D, "cpi-var");
                small(characters(SMALL_CHARACTERS + "#", 18 + partition));
                long serial = Math.floorMod(random.nextLong(), 1_000_000_000_000L);
                bits(serial, 40);
                uri.append('.').append(serial);
            }
            case GID_96 -> {
                bits(0x35, 8);
                number(28);
                number(24);
                number(36);
                uri.deleteCharAt(0).insert(0, "urn:epc:tag:gid-96:");
            }
            case USDOD_96 -> {
                bits(0x2F, 8);
                bits(7, 4);
                String cage = random.nextBoolean() ? "2S194" : "W81X9C";
                (cage.length() == 5 ? " " + cage : cage).chars().forEach(c -> bits(c, 8));
                uri.append("urn:epc:tag:usdod-96:7.").append(cage);
                number(36);
            }
            case ADI_VAR -> {
                bits(0x3B, 8);
                bits(63, 6);
                String cage = random.nextBoolean() ? "2S194" : "W81X9C";
                (cage.length() == 5 ? " " + cage : cage).chars().forEach(c -> bits(c & 63, 6));
                uri.append("urn:epc:tag:adi-var:63.").append(cage);
                small(random.nextBoolean() ? "" : characters(SMALL_CHARACTERS, 32));
                small((random.nextBoolean() ? "#" : "") + characters(SMALL_CHARACTERS, 29));
            }
            default -> throw new IllegalStateException(coding.name());
        }
    }

    private String hexadecimal() {
        while (bits.length() % 16 != 0) {
            bits.append('0');
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < bits.length(); i += 4) {
            digits.append(Character.forDigit(Integer.parseInt(bits.substring(i, i + 4), 2), 16));
        }
        return digits.toString().toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource(TagCoding.class)
    void whatIsWrittenIsReadBack(TagCoding coding) {
        for (int round = 0; round < 300; round++) {
            bits.setLength(0);
            uri.setLength(0);
            write(coding);
            String digits = hexadecimal();

            assertThat(TagCoding.of(digits)).contains(coding);
            assertThat(TagReader.read(coding, digits)).isInstanceOfSatisfying(Held.class, held -> {
                assertThat(held.uri()).isEqualTo(uri.toString());
                assertThat(coding.holds(held.identity())).as(held.uri()).isTrue();
                assertThat(coding.kind().read(held.identity().body())).contains(held.identity());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TagCoding.class,
            mode = Mode.INCLUDE,
            names = {"SSCC_96", "GSRN_96", "GSRNP_96"})
    void aBitInReservedSpaceIsFound(TagCoding coding) {
        for (int round = 0; round < 100; round++) {
            bits.setLength(0);
            uri.setLength(0);
            write(coding);
            bits.setCharAt(72 + random.nextInt(24), '1');
            assertThat(TagReader.read(coding, hexadecimal())).isInstanceOf(TagContent.Broken.class);
        }
    }

    @Test
    void randomBitsAreReadOrRefusedAndNeverThrow() {
        List<TagCoding> codings = List.of(TagCoding.values());
        for (int round = 0; round < 20_000; round++) {
            TagCoding coding = codings.get(random.nextInt(codings.size()));
            int length = LENGTHS.get(random.nextInt(LENGTHS.size()));
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < length; i++) {
                digits.append(Character.forDigit(random.nextInt(16), 16));
            }
            int header = headers.computeIfAbsent(coding, TagRoundTripTest::header);
            digits.setCharAt(0, Character.forDigit(header >> 4, 16));
            digits.setCharAt(1, Character.forDigit(header & 15, 16));
            if (TagCoding.of(digits.toString()).isPresent()
                    && TagReader.read(coding, digits.toString()) instanceof Held held) {
                assertThat(coding.kind().read(held.identity().body())).contains(held.identity());
            }
        }
    }

    private static int header(TagCoding coding) {
        for (int header = 0; header < 256; header++) {
            for (int length = 24; length <= 60; length++) {
                if (TagCoding.of(String.format(Locale.ROOT, "%02X", header) + "0".repeat(length - 2))
                        .filter(found -> found == coding)
                        .isPresent()) {
                    return header;
                }
            }
        }
        throw new IllegalStateException(coding.name());
    }
}
