package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.scanner.KeyboardLayout;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.identifier.scanner.Separators;
import org.keyway.profile.store.Database;

@EachDatabase
final class ScannerProfilesTest {
    /** Digits that arrive as others can't be undone for certain; a profile that does was kept before that was known. */
    private static final String NO_PROFILE_ANY_MORE = """
            {"prefix":"","suffix":"","caseSwapped":false,"layout":{"received":"12","printed":"21","unreadable":""},
             "separators":{"gs":"~","rs":"","eot":""},"symbologySent":true}""";

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

    @Test
    void aKeptDocumentThatIsNoProfileAnyMoreHasEveryScanRefusedUntilTheNextCalibration() {
        house.part(Database.class)
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO scanner_profile (station, document, changed_at) VALUES (?, ?, CURRENT_TIMESTAMP)",
                        "ST-10",
                        NO_PROFILE_ANY_MORE));

        assertThat(profiles.of("ST-10"))
                .hasValueSatisfying(profile -> assertThat(profile.witnessed()).isFalse());
        profiles.keep("ST-10", ScannerProfile.DEFAULT);
        assertThat(profiles.of("ST-10")).contains(ScannerProfile.DEFAULT);
    }
}
