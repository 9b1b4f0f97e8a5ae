package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.workshopfile.Draft.Read;

/**
 * Checks that what is written for one purpose is written for that purpose alone: a machine's staging area belongs to one
 * machine, for deliveries exclude each other by machine; and no node that is written for one thing says another.
 */
final class NodeChecks {

    private final Draft draft;
    private final Map<String, Fields> machinesRead = new HashMap<>();
    private final Map<String, Fields> profilesRead = new HashMap<>();

    NodeChecks(Draft draft) {
        this.draft = draft;
        draft.machines.read().forEach(read -> machinesRead.put(read.value().id(), read.fields()));
        draft.profiles.read().forEach(read -> profilesRead.put(read.value().id(), read.fields()));
    }

    void run() {
        draft.profiles.read().forEach(this::checkProfile);
        checkMachines();
    }

    private void checkProfile(Read<MachineProfile> read) {
        MachineProfile profile = read.value();
        Fields fields = read.fields();
        Fields handshake = fields.mapping("handshake").orElse(fields);
        Map<String, String> written = new HashMap<>();
        List<Fields> parameters = fields.mappings("parameters");
        for (int i = 0; i < parameters.size(); i++) {
            Fields at = parameters.get(i);
            profile.parameters().get(i).written().forEach(part -> write(written, part.node(), at, at.line("node")));
        }
        Set<String> values = new HashSet<>(written.keySet());
        write(written, profile.handshake().jobId(), handshake, handshake.line("jobId"));
        write(written, profile.handshake().ready(), handshake, handshake.line("ready"));

        refuse(written.keySet(), profile.handshake().accepted(), handshake, handshake.line("accepted"));
        profile.completion().ifPresent(node -> refuse(written.keySet(), node, fields, fields.line("completion")));
        profile.state().ifPresent(state -> refuse(written.keySet(), state.node(), fields, fields.line("state")));
        List<Fields> interlocks = fields.mappings("interlocks");
        for (int i = 0; i < interlocks.size(); i++) {
            // Also a parameter's node: what we wrote last is no word of the machine.
            Fields at = interlocks.get(i);
            refuse(written.keySet(), profile.interlocks().get(i).node(), at, at.line("node"));
        }
        // A result may read a parameter back; it reads only, and late.
        Set<String> signals = new HashSet<>(written.keySet());
        signals.removeAll(values);
        List<Fields> results = fields.mappings("results");
        for (int i = 0; i < results.size(); i++) {
            Fields at = results.get(i);
            refuse(signals, profile.results().get(i).node(), at, at.line("node"));
        }
    }

    private static void write(Map<String, String> written, String node, Fields fields, int line) {
        if (!node.isEmpty() && written.putIfAbsent(canonical(node), node) != null) {
            fields.problem(line, ImportCode.NODE_TWICE, Map.of("node", node));
        }
    }

    private static void refuse(Set<String> written, String node, Fields fields, int line) {
        if (written.contains(canonical(node))) {
            fields.problem(line, ImportCode.NODE_TWICE, Map.of("node", node));
        }
    }

    private void checkMachines() {
        Map<String, Map<String, Machine>> servers = new HashMap<>();
        Map<Machine, List<String>> machines = new LinkedHashMap<>();
        draft.machines
                .all()
                .forEach(machine -> draft.profiles
                        .find(machine.profile())
                        .ifPresent(profile -> machines.put(machine, nodes(machine, profile))));
        machines.forEach((machine, nodes) -> {
            Map<String, Machine> owners =
                    servers.computeIfAbsent(server(machine.endpoint().url()), url -> new HashMap<>());
            Optional<String> shared = nodes.stream().filter(owners::containsKey).findFirst();
            shared.ifPresent(node -> report(machine, owners.getOrDefault(node, machine), node));
            nodes.forEach(node -> owners.putIfAbsent(node, machine));
        });
    }

    /** What a delivery writes and where it hears the answer, on this machine. */
    private static List<String> nodes(Machine machine, MachineProfile profile) {
        List<String> nodes = new ArrayList<>();
        nodes.add(profile.handshake().jobId());
        nodes.add(profile.handshake().ready());
        nodes.add(profile.handshake().accepted());
        profile.written().forEach(parameter -> nodes.add(parameter.node()));
        return nodes.stream()
                .filter(node -> !node.isEmpty() && !HandoverSettings.isAddress(node))
                .map(node -> canonical(Machine.address(machine.id(), node)))
                .distinct()
                .toList();
    }

    /** Told where the import says it: at one of the machines, or at a profile that came anew for machines in the store. */
    private void report(Machine machine, Machine other, String node) {
        if (machinesRead.containsKey(machine.id())) {
            report(machinesRead.get(machine.id()), "endpoint", machine, other, node);
        } else if (machinesRead.containsKey(other.id())) {
            report(machinesRead.get(other.id()), "endpoint", other, machine, node);
        } else if (profilesRead.containsKey(machine.profile())) {
            report(profilesRead.get(machine.profile()), "handshake", machine, other, node);
        } else if (profilesRead.containsKey(other.profile())) {
            report(profilesRead.get(other.profile()), "handshake", other, machine, node);
        }
    }

    private static void report(Fields at, String key, Machine machine, Machine other, String node) {
        at.problem(
                at.line(key),
                ImportCode.NODE_OF_ANOTHER_MACHINE,
                Map.of("id", machine.id(), "other", other.id(), "node", node, "variable", Machine.PLACEHOLDER));
    }

    /** One spelling for one server, as far as spelling goes. */
    static String server(String url) {
        String lower =
                url.toLowerCase(Locale.ROOT).replaceFirst("^opc\\.tcp://localhost(?=[:/]|$)", "opc.tcp://127.0.0.1");
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** One spelling for one node: a number without leading zeros, a GUID in small letters (OPC 10000-6 5.3.1.10). */
    static String canonical(String node) {
        int at = node.indexOf(';');
        String uri = node.substring(0, at + 1);
        String id = node.substring(at + 1);
        if (id.startsWith("i=")) {
            return uri + id.replaceFirst("^i=0+(?=\\d)", "i=");
        }
        return id.startsWith("g=") ? uri + id.toLowerCase(Locale.ROOT) : node;
    }
}
