package org.keyway.identifier.oid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

final class OidSchemeTest {
    private final Labels labels = Labels.standard();

    @ParameterizedTest
    @ValueSource(strings = {"1.2.156.3001", "1.2.156.1003.42", "2.999.1.0", "0.39.1.5", "2.100.3.4"})
    void dottedNumbersByTheRulesOfArcsAreObjectIdentifiers(String oid) {
        for (String data : new String[] {oid, "urn:oid:" + oid, "URN:OID:" + oid}) {
            Reading reading = labels.identified(data);
            assertThat(reading.scheme()).as(data).isEqualTo("oid");
            assertThat(reading.conformant()).isTrue();
            assertThat(reading.product()).contains("oid:" + oid);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.1.2.4",
                "1.40.3.4",
                "0.100.2.3",
                "1.2..156",
                "1.02.3.4",
                "1.2.156.",
                "1",
                "1.a",
                "",
                "01.2.3.4"
            })
    void arcsThatCannotBeAreRefusedWhereDeclaredAndPlainElsewhere(String oid) {
        assertThat(Labels.codes(labels.rejected("urn:oid:" + oid))).containsExactly("KW-ID-110");
        if (!oid.isEmpty()) {
            assertThat(labels.identified(oid).scheme()).isEqualTo("plain");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "2.11.2026", "192.168.1.1", "1.2"})
    void versionsDatesAndAddressesStayPlain(String data) {
        assertThat(labels.identified(data).scheme()).isEqualTo("plain");
    }

    @Test
    void generatedIdentifiersComeBack() {
        Random random = new Random(660);
        for (int i = 0; i < 1_000; i++) {
            int first = random.nextInt(3);
            StringBuilder oid =
                    new StringBuilder().append(first).append('.').append(random.nextInt(first < 2 ? 40 : 999));
            for (int arcs = 2 + random.nextInt(8); arcs > 0; arcs--) {
                oid.append('.').append(random.nextInt(1_000_000));
            }
            assertThat(labels.identified(oid.toString()).product()).contains("oid:" + oid);
        }
    }
}
