package org.keyway.terminal.set;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.SetProblem;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.workshopfile.JsonDocuments;
import org.keyway.terminal.api.Times;

/**
 * A version of a parameter set as JSON.
 *
 * @param tag what to send as {@code If-Match} with the next change of it
 * @param steps what can be done with it now
 * @param warnings what is unusual about it, in answers about it alone
 * @param document in the keys of workshop files
 */
record VersionJson(
        String id,
        int version,
        int revision,
        String tag,
        LifeState state,
        @Nullable Integer basedOn,
        boolean imported,
        SignatureJson created,
        SignatureJson changed,
        String reason,
        @Nullable SignatureJson submitted,
        @Nullable SignatureJson released,
        @Nullable String releaseAt,
        @Nullable SignatureJson retired,
        @Nullable Canary trial,
        List<String> steps,
        List<WarningJson> warnings,
        Map<String, Object> document) {
    /** Something that may be meant. */
    record WarningJson(String field, String code, Message message) {
        static WarningJson of(SetProblem problem) {
            return new WarningJson(problem.path(), problem.code(), problem.message());
        }
    }

    static VersionJson of(VersionRecord version) {
        return of(version, List.of());
    }

    static VersionJson of(VersionRecord version, List<SetProblem> warnings) {
        return new VersionJson(
                version.set().id(),
                version.version(),
                version.revision(),
                tag(version),
                version.state(),
                version.basedOn().orElse(null),
                version.imported(),
                SignatureJson.of(version.created()),
                SignatureJson.of(version.changed()),
                version.reason(),
                SignatureJson.of(version.submitted()),
                SignatureJson.of(version.released()),
                version.releaseAt().map(Times::text).orElse(null),
                SignatureJson.of(version.retired()),
                version.trial().orElse(null),
                steps(version.state()),
                warnings.stream().map(WarningJson::of).toList(),
                JsonDocuments.of(version.set()));
    }

    /** Of the version and its revision, so that it names one content of one version. */
    static String tag(VersionRecord version) {
        return version.version() + "." + version.revision();
    }

    private static List<String> steps(LifeState state) {
        return switch (state) {
            case DRAFT -> List.of("edit", "submit", "discard");
            case SUBMITTED -> List.of("release", "schedule", "trial", "reject");
            case SCHEDULED -> List.of("withdraw");
            case ON_TRIAL -> List.of("promote", "withdraw");
            case RELEASED -> List.of("begin", "retire");
            case RETIRED, DISCARDED -> List.of("revert");
        };
    }
}
