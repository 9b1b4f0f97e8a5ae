package org.keyway.profile.workshopfile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Place;
import org.keyway.profile.HandoverSettings.Verify;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;

/** The part of a machine profile that says how its PLC fetches its jobs from us. */
final class HandoverFields {
    /** As many as an offer holds. */
    private static final int MOST_PARAMETERS = 64;

    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private HandoverFields() {}

    static HandoverSettings read(Optional<Fields> section) {
        HandoverSettings usual = HandoverSettings.DEFAULT;
        if (section.isEmpty()) {
            return usual;
        }
        Fields fields = section.get();
        HandoverSettings settings = new HandoverSettings(
                fields.choice("level", Level.class, Enum::name).orElse(usual.level()),
                fields.choice("verify", Verify.class, Enum::name).orElse(usual.verify()),
                fields.choice("encoding", Encoding.class, Enum::name).orElse(usual.encoding()),
                fields.duration("offerLife", usual.offerLife()));
        if (settings.encoding() == Encoding.FLOAT
                && settings.level() == Level.FULL
                && settings.verify() == Verify.CRC) {
            // The checksum is over doubles, which a PLC that needs floats does not have.
            misplaced(fields, "encoding", "verify: CRC");
        }
        if (settings.offerLife().compareTo(LONGEST_LIFE) > 0) {
            misplaced(fields, "offerLife", ">24h");
        }
        fields.finish();
        return settings;
    }

    static Entries write(HandoverSettings settings) {
        return new Entries()
                .text("level", settings.level().name())
                .text("verify", settings.verify().name())
                .text("encoding", settings.encoding().name())
                .duration("offerLife", settings.offerLife());
    }

    /** Addresses in the hand-over belong to profiles that have one, and there nothing else can be written or read. */
    static void check(MachineProfile profile, Fields fields) {
        boolean hosted = profile.handover().isPresent();
        List<Fields> parameters = fields.mappings("parameters");
        int numbered = 0;
        for (int i = 0; i < parameters.size(); i++) {
            for (Parameter part : profile.parameters().get(i).written()) {
                boolean fits = HandoverSettings.isAddress(part.node()) == hosted && (!hosted || isFor(part));
                if (!fits && !part.node().isEmpty()) {
                    badNode(parameters.get(i), part.node());
                }
                numbered += HandoverSettings.parameterNo(part.node()).isPresent() ? 1 : 0;
            }
        }
        if (numbered > MOST_PARAMETERS) {
            fields.problem(fields.line("parameters"), ImportCode.TOO_LARGE, Map.of("limit", MOST_PARAMETERS));
        }
        checkResults(profile, fields, hosted);
        if (hosted) {
            for (String key : List.of("handshake", "interlocks", "completion", "state")) {
                fields.node(key).ifPresent(unused -> misplaced(fields, key, HandoverSettings.DELIVERY));
            }
        }
    }

    private static void checkResults(MachineProfile profile, Fields fields, boolean hosted) {
        List<Fields> results = fields.mappings("results");
        for (int i = 0; i < results.size(); i++) {
            String node = profile.results().get(i).node();
            boolean told = Place.of(node).filter(Place::isResult).isPresent();
            if (HandoverSettings.isAddress(node) != hosted || (hosted && !told)) {
                badNode(results.get(i), node);
            }
        }
    }

    /** Texts can only name the program; numbers and truth values have a number of their own, or a place that takes one. */
    private static boolean isFor(Parameter parameter) {
        boolean number = parameter.type().isNumeric() && parameter.array().isEmpty();
        boolean truth =
                parameter.type() == ValueType.BOOLEAN && parameter.array().isEmpty();
        if (HandoverSettings.parameterNo(parameter.node()).isPresent()) {
            return number || truth;
        }
        Place place = Place.of(parameter.node()).orElse(Place.RESULT_CODE);
        return switch (place) {
            case PROGRAM_NAME ->
                parameter.type() == ValueType.STRING && parameter.array().isEmpty();
            case PROGRAM_NO, RUNS_PLANNED -> number && parameter.type().isInteger();
            default -> false;
        };
    }

    private static void badNode(Fields fields, String node) {
        fields.problem(fields.line("node"), ImportCode.BAD_HANDOVER_ADDRESS, Map.of("node", node));
    }

    private static void misplaced(Fields fields, String key, String beside) {
        fields.problem(fields.line(key), ImportCode.MISPLACED_KEY, Map.of("key", key, "beside", beside));
    }
}
