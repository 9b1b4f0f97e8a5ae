package org.keyway.terminal.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;

/** Scanner profiles in memory. */
public final class FakeScannerProfiles implements ScannerProfiles {
    private final Map<String, ScannerProfile> profiles = new ConcurrentHashMap<>();

    @Override
    public Optional<ScannerProfile> of(String station) {
        return Optional.ofNullable(profiles.get(station));
    }

    @Override
    public void keep(String station, ScannerProfile profile) {
        profiles.put(station, profile);
    }

    @Override
    public void forget(String station) {
        profiles.remove(station);
    }
}
