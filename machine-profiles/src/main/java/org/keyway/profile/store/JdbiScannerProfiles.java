package org.keyway.profile.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;

/** The scanner profiles in the database, remembered from the first scan of a station on: every scan asks for one. */
@Singleton
public final class JdbiScannerProfiles implements ScannerProfiles {
    private final Database database;
    private final Clock clock;
    private final WorkshopJson json = new WorkshopJson();
    private final Map<String, Optional<ScannerProfile>> remembered = new ConcurrentHashMap<>();

    @Inject
    JdbiScannerProfiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<ScannerProfile> of(String station) {
        return remembered.computeIfAbsent(station, this::stored);
    }

    private Optional<ScannerProfile> stored(String station) {
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
        remembered.put(station, Optional.of(profile));
    }

    @Override
    public void forget(String station) {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM scanner_profile WHERE station = ?", station));
        remembered.put(station, Optional.empty());
    }
}
