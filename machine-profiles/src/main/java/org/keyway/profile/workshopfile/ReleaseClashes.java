package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.SetVersion;
import org.keyway.profile.matching.Clash;
import org.keyway.profile.matching.ClashCheck;
import org.keyway.profile.workshopfile.Draft.Read;

/** Sets that are to be released at once must clash neither with each other nor with those that are released. */
final class ReleaseClashes {
    /** Stands for the version that a set of the files is going to be. */
    private static final int NOT_YET = 0;

    private ReleaseClashes() {}

    static void report(Draft draft, ClashCheck check) {
        List<ReleasedSet> candidates = new ArrayList<>();
        draft.sets.read().forEach(read -> candidates.add(new ReleasedSet(read.value(), NOT_YET)));
        ClashCheck.Found found = check.checkAll(candidates);
        for (Clash clash : found.clashes()) {
            Map<String, String> facts = Map.of(
                    "first", clash.first().set(),
                    "second", name(draft, clash.second()),
                    "parameter", clash.parameter(),
                    "case", clash.example().text());
            Fields fields = fields(draft, clash.first()).orElseThrow();
            fields.problem(fields.lineUnder("values", clash.parameter()), ImportCode.CLASH, facts);
        }
        for (SetVersion source : found.unchecked()) {
            Fields fields = fields(draft, source).orElseThrow();
            fields.problem(fields.line("scope"), ImportCode.TOO_MANY_ALIKE, Map.of("set", source.set()));
        }
    }

    private static Optional<Fields> fields(Draft draft, SetVersion source) {
        return draft.sets.readOf(source.set()).map(Read<ParameterSet>::fields);
    }

    /** A released set by its version, one of the files by its line. */
    private static String name(Draft draft, SetVersion source) {
        return source.version() == NOT_YET
                ? source.set()
                        + fields(draft, source)
                                .map(fields -> " (" + fields.place().file() + ":"
                                        + fields.place().line() + ")")
                                .orElse("")
                : source.toString();
    }
}
