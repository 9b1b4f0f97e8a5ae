package org.keyway.identifier.uuid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

final class UuidSchemeTest {
    private final Labels labels = Labels.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
                "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
                "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "URN:UUID:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"
            })
    void everyFormOfAUuidIsTheSameKey(String data) {
        Reading reading = labels.identified(data);

        assertThat(reading.scheme()).isEqualTo("uuid");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.product()).contains("uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    }

    @Test
    void randomUuidsComeBack() {
        Random random = new Random(9562);
        for (int i = 0; i < 1_000; i++) {
            byte[] name = new byte[16];
            random.nextBytes(name);
            UUID uuid = UUID.nameUUIDFromBytes(name);
            assertThat(labels.identified(uuid.toString()).product()).contains("uuid:" + uuid);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f81d4fae-7dec-91d0-a765-00a0c91e6bf6",
                "f81d4fae-7dec-01d0-a765-00a0c91e6bf6",
                "f81d4fae-7dec-11d0-c765-00a0c91e6bf6"
            })
    void anUnknownVersionOrVariantIsWarnedAbout(String data) {
        Reading reading = labels.identified(data);

        assertThat(Labels.codes(reading)).containsExactly("KW-ID-114");
        assertThat(reading.conformant()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"})
    void theTwoSpecialValuesAreRegular(String data) {
        assertThat(labels.identified(data).conformant()).isTrue();
    }

    @Test
    void aDeclaredUuidThatIsNoneIsRefused() {
        assertThat(Labels.codes(labels.rejected("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf")))
                .containsExactly("KW-ID-113");
    }

    @Test
    void thePlainCodeStaysInQuestion() {
        assertThat(labels.parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
                .isInstanceOfSatisfying(
                        Identification.Identified.class,
                        identified -> assertThat(identified.alternatives()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f81d4fae7dec11d0a76500a0c91e6bf6",
                "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "f81d4fae-7dec-11d0-a76500a0c91e6bf67",
                "(f81d4fae-7dec-11d0-a765-00a0c91e6bf6)"
            })
    void whatOnlyResemblesAUuidIsPlain(String data) {
        assertThat(labels.identified(data).scheme()).isEqualTo("plain");
    }
}
