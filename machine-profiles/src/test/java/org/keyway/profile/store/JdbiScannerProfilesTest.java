package org.keyway.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.scanner.ScannerProfile;

final class JdbiScannerProfilesTest {
    /** Digits that arrive as others can't be undone for certain; a profile that does was kept before that was known. */
    private static final String NO_PROFILE_ANY_MORE = """
            {"prefix":"","suffix":"","caseSwapped":false,"layout":{"received":"12","printed":"21","unreadable":""},
             "separators":{"gs":"~","rs":"","eot":""},"symbologySent":true}""";

    @Test
    void aKeptDocumentThatIsNoProfileAnyMoreHasEveryScanRefusedUntilTheNextCalibration() {
        try (Database database = new Database(DatabaseConfiguration.inMemory("scanners"))) {
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "INSERT INTO scanner_profile (station, document, changed_at) VALUES (?, ?, CURRENT_TIMESTAMP)",
                            "ST-10",
                            NO_PROFILE_ANY_MORE));
            JdbiScannerProfiles profiles = new JdbiScannerProfiles(database, Clock.systemUTC());

            assertThat(profiles.of("ST-10"))
                    .hasValueSatisfying(
                            profile -> assertThat(profile.witnessed()).isFalse());
            profiles.keep("ST-10", ScannerProfile.DEFAULT);
            assertThat(profiles.of("ST-10")).contains(ScannerProfile.DEFAULT);
        }
    }
}
