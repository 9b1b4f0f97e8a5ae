package org.keyway.identifier.epc;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Tags written by an encoder of the test's own are read back; bits of chance are read or refused. */
final class TagRoundTripTest {
    private static final List<Integer> LENGTHS = List.of(24, 28, 32, 44, 52, 56);

    private final Map<TagCoding, Integer> headers = new EnumMap<>(TagCoding.class);
    private final Random random = new Random(3096);
    private final TagWriter tag = new TagWriter(random);

    @ParameterizedTest
    @EnumSource(TagCoding.class)
    void whatIsWrittenIsReadBack(TagCoding coding) {
        for (int round = 0; round < 300; round++) {
            tag.write(coding);
            String digits = tag.hexadecimal();

            assertThat(TagCoding.of(digits)).contains(coding);
            assertThat(TagReader.read(coding, digits)).isInstanceOfSatisfying(Held.class, held -> {
                assertThat(held.uri()).isEqualTo(tag.uri());
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
            tag.write(coding);
            tag.set(72 + random.nextInt(24));
            assertThat(TagReader.read(coding, tag.hexadecimal())).isInstanceOf(TagContent.Broken.class);
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
