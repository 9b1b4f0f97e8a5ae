package org.keyway.profile.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.identifier.scanner.KeyboardLayout;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.identifier.scanner.Separators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The scanner profiles in the database, remembered from the first scan of a station on: every scan asks for one. */
@Singleton
public final class JdbiScannerProfiles implements ScannerProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiScannerProfiles.class);

    /**
     * For a document that is no profile any more. Nothing in a scan could show that it holds, so every scan is refused: read
     * as it arrives, a label could be taken for another.
     */
    private static final ScannerProfile UNUSABLE =
            new ScannerProfile("", "", true, KeyboardLayout.SAME, Separators.TRUE, false);

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
                .map(document -> profile(station, document));
    }

    private ScannerProfile profile(String station, String document) {
        try {
            return json.read(document, ScannerProfile.class);
        } catch (JacksonException e) {
            LOG.error("the scanner profile of {} can't be used; calibrate its scanner anew", station, e);
            return UNUSABLE;
        }
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
