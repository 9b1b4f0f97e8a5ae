package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.scanner.KeyboardLayout;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.identifier.scanner.Separators;

@EachDatabase
final class ScannerProfilesTest {
    private static final ScannerProfile FIRST = new ScannerProfile(
            "\u0002S1:",
            "\t",
            true,
            new KeyboardLayout("zyß\"", "yz-@", "´"),
            new Separators("\uF70B", "", "\u0004"),
            true);

    private final House house;
    private final ScannerProfiles profiles;

    ScannerProfilesTest(DatabaseKind kind) {
        house = new House(kind.fresh());
        profiles = house.part(ScannerProfiles.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aProfileComesBackToTheLastControlCharacter() {
        profiles.keep("ST-10", FIRST);

        assertThat(profiles.of("ST-10")).contains(FIRST);
        assertThat(profiles.of("ST-30")).isEmpty();
    }

    @Test
    void theLastOneKeptCountsUntilItIsForgotten() {
        profiles.keep("ST-10", FIRST);
        profiles.keep("ST-10", ScannerProfile.DEFAULT);
        assertThat(profiles.of("ST-10")).contains(ScannerProfile.DEFAULT);

        profiles.forget("ST-10");
        profiles.forget("ST-10");
        assertThat(profiles.of("ST-10")).isEmpty();
    }
}
