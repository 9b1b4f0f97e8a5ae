package org.keyway.profile.store;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;

/** The scanner profiles in the database. Asked for each scan, by primary key, so that every node sees the newest. */
public final class JdbiScannerProfiles implements ScannerProfiles {
    private final Database database;
    private final Clock clock;
    private final WorkshopJson json = new WorkshopJson();

    @Inject
    JdbiScannerProfiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<ScannerProfile> of(String station) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT document FROM scanner_profile WHERE station = ?")
                        .bind(0, station)
                        .mapTo(String.class)
                        .findOne())
                .map(document -> json.read(document, ScannerProfile.class));
    }

    @Override
    public void keep(String station, ScannerProfile profile) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("DELETE FROM scanner_profile WHERE station = ?", station);
            handle.execute(
                    "INSERT INTO scanner_profile (station, document, changed_at) VALUES (?, ?, ?)",
                    station,
                    json.write(profile),
                    OffsetDateTime.now(clock));
        });
    }

    @Override
    public void forget(String station) {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM scanner_profile WHERE station = ?", station));
    }
}
