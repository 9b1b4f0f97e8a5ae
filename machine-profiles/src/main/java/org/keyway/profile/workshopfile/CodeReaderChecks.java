package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyway.profile.CodeReader;
import org.keyway.profile.Station;
import org.keyway.profile.workshopfile.Draft.Read;

/** Checks that no reader belongs to two stations: what it reads would be a job at both. */
final class CodeReaderChecks {
    private final Draft draft;

    CodeReaderChecks(Draft draft) {
        this.draft = draft;
    }

    void run() {
        Map<String, List<String>> owners = new HashMap<>();
        draft.stations
                .all()
                .forEach(station -> station.readers()
                        .forEach(reader -> owners.merge(place(reader), List.of(station.id()), CodeReaderChecks::join)));
        draft.stations.read().forEach(read -> check(read, owners));
    }

    private static List<String> join(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static void check(Read<Station> read, Map<String, List<String>> owners) {
        List<Fields> fields = read.fields().mappings("readers");
        for (int i = 0; i < fields.size(); i++) {
            CodeReader reader = read.value().readers().get(i);
            List<String> stations = owners.getOrDefault(place(reader), List.of());
            if (!reader.node().isEmpty() && stations.size() > 1) {
                fields.get(i)
                        .problem(
                                fields.get(i).line("node"),
                                ImportCode.READER_TWICE,
                                Map.of("node", reader.node(), "stations", String.join(", ", stations)));
            }
        }
    }

    private static String place(CodeReader reader) {
        return NodeChecks.server(reader.endpoint().url()) + " " + NodeChecks.canonical(reader.node());
    }
}
