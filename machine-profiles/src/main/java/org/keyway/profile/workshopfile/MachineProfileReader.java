package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyway.identifier.Message;
import org.keyway.profile.AttributeValue;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.Handshake;
import org.keyway.profile.Interlock;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ResultNode;
import org.keyway.profile.StateNode;

/** Reads machine profiles. */
final class MachineProfileReader {
    private static final Pattern NODE_ID =
            Pattern.compile("nsu=[^;]{1,200};(s=.{1,250}|i=\\d{1,10}|g=[0-9A-Fa-f-]{36})");
    private static final int LARGEST_BATCH = 1000;
    private static final int MOST_ATTEMPTS = 5;

    private MachineProfileReader() {}

    static MachineProfile read(String id, Fields fields) {
        List<Parameter> parameters = new ArrayList<>();
        for (Fields parameter : fields.mappings("parameters")) {
            Parameter read = ParameterReader.read(parameter);
            if (parameters.stream().anyMatch(other -> isNamedAlike(other, read))) {
                parameter.problem(parameter.line("name"), ImportCode.DUPLICATE_ID, Map.of("id", read.name()));
            }
            parameters.add(read);
        }
        String delivery = fields.text("delivery");
        boolean hosted = delivery.equals(HandoverSettings.DELIVERY);
        return new MachineProfile(
                id,
                delivery,
                settings(fields, hosted ? HandoverSettings.USUAL : DeliverySettings.DEFAULT),
                parameters,
                hosted ? Handshake.NONE : handshake(fields),
                fields.mappings("interlocks").stream()
                        .map(MachineProfileReader::interlock)
                        .toList(),
                fields.mappings("results").stream()
                        .map(MachineProfileReader::result)
                        .toList(),
                fields.mapping("completion").map(MachineProfileReader::completion),
                fields.mapping("state").map(MachineProfileReader::state),
                hosted ? Optional.of(HandoverFields.read(fields.mapping("handover"))) : Optional.empty());
    }

    /** Also where the parts of an NC program would be named as another parameter is. */
    private static boolean isNamedAlike(Parameter one, Parameter other) {
        return one.written().stream()
                .anyMatch(part -> other.written().stream()
                        .anyMatch(otherPart -> otherPart.name().equals(part.name())));
    }

    static String node(Fields fields, String key) {
        String node = fields.text(key);
        if (!node.isEmpty() && !NODE_ID.matcher(node).matches() && !HandoverSettings.isAddress(node)) {
            fields.problem(fields.line(key), ImportCode.BAD_NODE_ID, Map.of("node", node));
        }
        return node;
    }

    private static DeliverySettings settings(Fields profile, DeliverySettings usual) {
        Optional<Fields> section = profile.mapping("settings");
        return section.map(fields -> settingsIn(fields, usual)).orElse(usual);
    }

    private static DeliverySettings settingsIn(Fields fields, DeliverySettings usual) {
        DeliverySettings settings = new DeliverySettings(
                fields.duration("callTimeout", usual.callTimeout()),
                fields.duration("readBackDelay", usual.readBackDelay()),
                fields.duration("secondReadDelay", usual.secondReadDelay()),
                fields.duration("acceptTimeout", usual.acceptTimeout()),
                fields.integer("batchSize", 1, LARGEST_BATCH).orElse(usual.batchSize()),
                fields.integer("attempts", 1, MOST_ATTEMPTS).orElse(usual.attempts()));
        fields.finish();
        return settings;
    }

    private static Handshake handshake(Fields profile) {
        Optional<Fields> fields = profile.mapping("handshake");
        if (fields.isEmpty()) {
            profile.problem(profile.line(), ImportCode.MISSING_KEY, Map.of("key", "handshake"));
            return new Handshake("", "", "");
        }
        Handshake handshake =
                new Handshake(node(fields.get(), "jobId"), node(fields.get(), "ready"), node(fields.get(), "accepted"));
        fields.get().finish();
        return handshake;
    }

    private static Interlock interlock(Fields fields) {
        List<String> allowed = new ArrayList<>(fields.texts("oneOf"));
        fields.node("equals").ifPresent(node -> {
            if (node instanceof Node.Scalar scalar) {
                allowed.add(AttributeValue.text(scalar.value()));
            }
        });
        if (allowed.isEmpty()) {
            fields.problem(fields.line(), ImportCode.MISSING_KEY, Map.of("key", "equals"));
        }
        Name sentence = fields.name("message", "");
        Interlock interlock = new Interlock(node(fields, "node"), allowed, new Message(sentence.en(), sentence.zh()));
        fields.finish();
        return interlock;
    }

    private static ResultNode result(Fields fields) {
        ResultNode result = new ResultNode(
                fields.id("name"),
                fields.text("unit"),
                node(fields, "node"),
                fields.choice("kind", ResultNode.Kind.class, Enum::name).orElse(ResultNode.Kind.VALUE),
                fields.optionalText("nominal"),
                fields.decimal("tolerance"));
        fields.finish();
        return result;
    }

    private static String completion(Fields fields) {
        String node = node(fields, "node");
        fields.finish();
        return node;
    }

    private static StateNode state(Fields fields) {
        Map<String, StateNode.State> states = new LinkedHashMap<>();
        fields.mapping("values").ifPresent(values -> {
            for (String key : values.keys()) {
                values.choice(key, StateNode.State.class, Enum::name).ifPresent(state -> states.put(key, state));
            }
        });
        StateNode state = new StateNode(node(fields, "node"), states);
        fields.finish();
        return state;
    }
}
