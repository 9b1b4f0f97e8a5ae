package org.keyway.identifier.iso15434;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

/** Messages as software writes them, and messages of nothing but structure. */
final class MessageTest {
    private static final String TRAILER = "\u001E\u0004";
    private static final String ALPHABET = "0123456789ABCXYZ-/. #()abc";
    private static final List<String> DATA_IDENTIFIERS = List.of("P", "1P", "S", "1T", "Q", "V", "K", "2P", "4L", "9D");
    private static final List<String> TEXT_IDENTIFIERS = List.of("MFR", "PNO", "SER", "LOT", "SEQ");

    private final Labels labels = Labels.standard();
    private final Random random = new Random(15434);

    @Test
    void fieldsWithoutAnEnvelopeComeBackWhateverTheyAre() {
        for (int round = 0; round < 1_000; round++) {
            List<String> fields = fields(DATA_IDENTIFIERS, 2);

            Reading reading = labels.reading(written(fields, ""));

            assertThat(reading.scheme()).isEqualTo("mh10");
            assertThat(Labels.elements(reading)).isEqualTo(fields);
        }
    }

    @Test
    void dataIdentifiersAndTextElementsOfOneMessageComeBack() {
        for (int round = 0; round < 1_000; round++) {
            List<String> data = fields(DATA_IDENTIFIERS, 1);
            List<String> text = fields(TEXT_IDENTIFIERS, 1);
            List<String> both = new ArrayList<>(data);
            both.addAll(text);

            Reading reading = labels.reading(
                    "[)>\u001E06\u001D" + written(data, "") + "\u001E12\u001D" + written(text, " ") + TRAILER);

            assertThat(Labels.elements(reading)).isEqualTo(both);
        }
    }

    private List<String> fields(List<String> ids, int fewest) {
        List<String> fields = new ArrayList<>();
        int first = random.nextInt(ids.size());
        for (int i = fewest + random.nextInt(ids.size() - fewest); i > 0; i--) {
            StringBuilder value = new StringBuilder("A");
            for (int j = random.nextInt(20); j > 0; j--) {
                value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            // What ends a scan is a blank of nobody's.
            fields.add(ids.get((first + i) % ids.size()) + "=" + value + "Z");
        }
        return fields;
    }

    private static String written(List<String> fields, String between) {
        return String.join("\u001D", fields).replace("=", between);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12\u001D", "06\u001D", "12\u001DSER 1\u001D"})
    void separatorsWithNothingBetweenThemAreToldOfOnce(String start) {
        Reading reading = labels.rejected("[)>\u001E" + start + "\u001D".repeat(1_000) + TRAILER);

        assertThat(Labels.codes(reading)).containsOnlyOnce("KW-ID-055");
    }

    @Test
    void aMessageOfMoreThan64EnvelopesIsNotReadToItsEnd() {
        Reading reading = labels.rejected("[)>" + "\u001E99\u001DX".repeat(1_000) + TRAILER);

        assertThat(Labels.codes(reading)).contains("KW-ID-032").hasSizeLessThan(70);
    }
}
