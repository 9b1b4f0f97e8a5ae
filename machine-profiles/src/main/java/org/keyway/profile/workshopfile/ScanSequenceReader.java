package org.keyway.profile.workshopfile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyway.profile.ScanRole;
import org.keyway.profile.ScanRole.Acceptance;
import org.keyway.profile.ScanSequence;

/** Reads the identifiers that a station scans for one job. */
final class ScanSequenceReader {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private ScanSequenceReader() {}

    /** The sequence; empty when the station has none, or none that can be taken. */
    static Optional<ScanSequence> read(Fields station) {
        if (station.node("identifiers").isEmpty()) {
            return Optional.empty();
        }
        List<Fields> identifiers = station.mappings("identifiers");
        List<ScanRole> roles = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean sound = true;
        for (Fields identifier : identifiers) {
            ScanRole role = role(identifier);
            sound &= isNew(role, names, identifier);
            roles.add(role);
        }
        Duration collect = collect(station);
        return isSound(roles, station) && sound ? Optional.of(new ScanSequence(roles, collect)) : Optional.empty();
    }

    private static boolean isNew(ScanRole role, Set<String> names, Fields fields) {
        if (!names.add(role.id())) {
            fields.problem(fields.line("role"), ImportCode.DUPLICATE_ID, Map.of("id", role.id()));
            return false;
        }
        for (String attribute : role.attributes()) {
            if (!names.add("attribute " + attribute)) {
                fields.problem(fields.line("attribute"), ImportCode.DUPLICATE_ID, Map.of("id", attribute));
                return false;
            }
        }
        return true;
    }

    private static boolean isSound(List<ScanRole> roles, Fields station) {
        if (roles.size() < ScanSequence.FEWEST || roles.size() > ScanSequence.MOST) {
            return wrong(station, "identifiers", ScanSequence.FEWEST + "…" + ScanSequence.MOST);
        }
        if (roles.stream().filter(ScanRole::isPart).count() != 1) {
            return wrong(station, "identifiers", "1 × role: " + ScanRole.PART);
        }
        return true;
    }

    private static boolean wrong(Fields fields, String key, String wanted) {
        fields.problem(fields.line(key), ImportCode.WRONG_TYPE, Map.of("key", key, "wanted", wanted));
        return false;
    }

    private static Duration collect(Fields station) {
        Duration collect = station.duration("collect", ScanSequence.DEFAULT_COLLECT);
        if (collect.compareTo(ScanSequence.SHORTEST) < 0 || collect.compareTo(ScanSequence.LONGEST) > 0) {
            wrong(station, "collect", "100ms…1h");
            return ScanSequence.DEFAULT_COLLECT;
        }
        return collect;
    }

    private static ScanRole role(Fields fields) {
        String id = fields.id("role");
        Optional<Acceptance> accept = fields.mapping("accept").map(ScanSequenceReader::acceptance);
        boolean part = id.equals(ScanRole.PART);
        if (!part && accept.isEmpty() && fields.node("accept").isEmpty()) {
            // Whatever any label could be would take the label of the part for a tool.
            fields.problem(fields.line(), ImportCode.MISSING_KEY, Map.of("key", "accept"));
        }
        ScanRole role = new ScanRole(
                id,
                fields.name("name", id),
                part ? Optional.empty() : Optional.of(attribute(fields, id)),
                accept.orElse(Acceptance.ANY));
        fields.finish();
        return role;
    }

    private static String attribute(Fields fields, String otherwise) {
        return fields.node("attribute").isPresent() ? fields.id("attribute") : otherwise;
    }

    private static Acceptance acceptance(Fields fields) {
        Acceptance acceptance = new Acceptance(
                fields.texts("keys"), fields.texts("schemes"), fields.texts("families"), fields.texts("products"));
        if (acceptance.equals(Acceptance.ANY)) {
            fields.problem(fields.line(), ImportCode.MISSING_KEY, Map.of("key", "keys, schemes, families, products"));
        }
        for (String key : acceptance.keys()) {
            if (!KEY.matcher(key).matches()) {
                wrong(fields, "keys", "gtin, handle, part, plain, …");
            }
        }
        fields.finish();
        return acceptance;
    }
}
