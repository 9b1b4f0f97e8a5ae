package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.labelprofile.LabelProfile;

final class IdentifierFileTest {
    private static final String PATTERN = """
            profiles: [gbt-32007, bosch-uaes]
            patterns:
              - name: casting
                expression: '(?<mat>C\\d{5})-(?<nr>\\d{8})(?:/(?<bore>[ABC]))?'
                map: {mat: product, nr: serial, bore: attribute:boreClass}
                priority: 3
                stations: [ST-10]
                symbologies: [']d1']
                check: mod10
                checkOver: nr
                caseFold: true
                maxLength: 40
                readings: {C12345-12345670/B: {mat: C12345, nr: '12345670', bore: B}}
                counterexamples: [C12345-12345671]
            """;

    private static void refused(String yaml, String... words) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> IdentifierFile.parse("identifier.yaml", yaml))
                .withMessageContainingAll(words);
    }

    @Test
    void aPatternWithEverySettingAndProfilesAreLoaded() throws ConfigurationException {
        IdentifierConfiguration read = IdentifierFile.parse("identifier.yaml", PATTERN);

        assertThat(read.patterns()).hasSize(1).allMatch(pattern -> pattern.matches("c12345-12345670"));
        assertThat(read.profiles()).extracting(LabelProfile::name).containsExactly("gbt-32007", "bosch-uaes");
    }

    @Test
    void whatIsWrongIsNamed() {
        refused(PATTERN.replace("bore: B", "bore: A"), "identifier.yaml", "casting", "reads bore as B, not A");
        refused(PATTERN.replace("nr: serial", "nr: serail"), "casting", "unknown role 'serail'");
        refused(PATTERN.replace("mod10", "mod12"), "casting", "unknown check mod12");
        refused(PATTERN.replace("gbt-32007", "gbt-1"), "unknown label profile gbt-1", "gbt-32007");
        refused(PATTERN.replace("caseFold", "caseFolds"), "caseFolds is not a key that belongs here");
    }
}
