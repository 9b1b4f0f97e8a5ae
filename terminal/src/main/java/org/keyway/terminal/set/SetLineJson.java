package org.keyway.terminal.set;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.workshopfile.JsonDocuments;

/**
 * A parameter set in a list.
 *
 * @param released the version in force, if one is
 * @param scope in the keys of workshop files
 * @param parameters the names of its values
 */
record SetLineJson(
        String id,
        int version,
        LifeState state,
        @Nullable Integer released,
        SignatureJson changed,
        String reason,
        @Nullable Object scope,
        @Nullable String layer,
        List<String> parameters) {
    static SetLineJson of(VersionRecord version, List<VersionRecord> all) {
        Map<String, Object> document = JsonDocuments.of(version.set());
        return new SetLineJson(
                version.set().id(),
                version.version(),
                version.state(),
                all.stream()
                        .filter(other -> other.state() == LifeState.RELEASED)
                        .findFirst()
                        .map(VersionRecord::version)
                        .orElse(null),
                SignatureJson.of(version.changed()),
                version.reason(),
                document.get("scope"),
                version.set().layer().orElse(null),
                List.copyOf(version.set().values().keySet()));
    }
}
