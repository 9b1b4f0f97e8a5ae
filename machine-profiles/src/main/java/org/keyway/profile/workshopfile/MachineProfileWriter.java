package org.keyway.profile.workshopfile;

import java.util.TreeMap;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.Handshake;
import org.keyway.profile.Interlock;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.ResultNode;
import org.keyway.profile.StateNode;

/** Writes machine profiles as {@link MachineProfileReader} reads them. */
final class MachineProfileWriter {
    private MachineProfileWriter() {}

    static Node.Mapping write(MachineProfile profile) {
        Entries entries = ThingWriter.document("MachineProfile", profile.id())
                .text("delivery", profile.delivery())
                .mapping("settings", settings(profile.settings()))
                .mappings(
                        "parameters",
                        profile.parameters().stream()
                                .map(ParameterWriter::write)
                                .toList());
        if (!profile.handshake().equals(Handshake.NONE)) {
            entries.mapping("handshake", handshake(profile.handshake()));
        }
        profile.handover().ifPresent(handover -> entries.mapping("handover", HandoverFields.write(handover)));
        entries.mappings(
                        "interlocks",
                        profile.interlocks().stream()
                                .map(MachineProfileWriter::interlock)
                                .toList())
                .mappings(
                        "results",
                        profile.results().stream()
                                .map(MachineProfileWriter::result)
                                .toList());
        profile.completion().ifPresent(node -> entries.mapping("completion", new Entries().text("node", node)));
        profile.state().ifPresent(state -> entries.mapping("state", state(state)));
        return entries.mapping();
    }

    private static Entries settings(DeliverySettings settings) {
        return new Entries()
                .duration("callTimeout", settings.callTimeout())
                .duration("readBackDelay", settings.readBackDelay())
                .duration("secondReadDelay", settings.secondReadDelay())
                .duration("acceptTimeout", settings.acceptTimeout())
                .number("batchSize", settings.batchSize())
                .number("attempts", settings.attempts());
    }

    private static Entries handshake(Handshake handshake) {
        return new Entries()
                .text("jobId", handshake.jobId())
                .text("ready", handshake.ready())
                .text("accepted", handshake.accepted());
    }

    private static Entries interlock(Interlock interlock) {
        Entries entries = new Entries().text("node", interlock.node());
        if (interlock.allowed().size() == 1) {
            entries.node("equals", Entries.verbatim(interlock.allowed().get(0)));
        } else {
            entries.texts("oneOf", interlock.allowed());
        }
        return entries.name(
                "message",
                new Name(interlock.message().en(), interlock.message().zh()),
                "");
    }

    private static Entries result(ResultNode result) {
        return new Entries()
                .text("name", result.name())
                .text("kind", result.kind().name())
                .text("unit", result.unit())
                .text("node", result.node())
                .text("nominal", result.nominal())
                .number("tolerance", result.tolerance());
    }

    private static Entries state(StateNode state) {
        Entries values = new Entries();
        new TreeMap<>(state.states()).forEach((value, meaning) -> values.text(value, meaning.name()));
        return new Entries().text("node", state.node()).mapping("values", values);
    }
}
