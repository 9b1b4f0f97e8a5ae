package org.keyway.opcua.security.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.keyway.identifier.Message;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.server.Guests;
import org.keyway.opcua.server.ServedWorkshop;
import org.keyway.opcua.space.Events;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.Namespaces;
import org.keyway.opcua.space.NodeMaker;

/** Two machines, each with an object, a variable and a method of each kind; what is the PLC's can be written. */
final class GuardedFloor implements MachineFeature, AutoCloseable {
    static final String PASSWORD = "long enough a password";
    private static final Argument[] NONE = {};

    final List<NodeId> called = new CopyOnWriteArrayList<>();
    final ServedWorkshop workshop;
    private final Map<String, Map<AccessGroup, Nodes>> nodes = new HashMap<>();
    private final Map<String, MachineNode> machines = new HashMap<>();
    private final List<OpcUaClient> clients = new ArrayList<>();

    /** The nodes of one kind on one machine. */
    record Nodes(UaObjectNode object, UaVariableNode variable, UaMethodNode method) {}

    GuardedFloor(Path pki, Set<MachineFeature> others) throws Exception {
        Set<MachineFeature> features = new HashSet<>(others);
        features.add(this);
        workshop = new ServedWorkshop(pki, features, "M1", "M2");
    }

    GuardedFloor(Path pki) throws Exception {
        this(pki, Set.of());
    }

    /** Tells an event about a machine that belongs to a group, at the machine and at the server. */
    void fire(String machine, AccessGroup group) {
        MachineNode node = Optional.ofNullable(machines.get(machine)).orElseThrow();
        node.events()
                .fire(new Events.Event(
                        NodeIds.DeviceFailureEventType,
                        node.root(),
                        List.of(node.root().getNodeId()),
                        group,
                        500,
                        new Message(machine + " " + group, machine + " " + group),
                        Map.of()));
    }

    @Override
    public Attachment attach(MachineNode machine) {
        machines.put(machine.machine().id(), machine);
        Map<AccessGroup, Nodes> made = new EnumMap<>(AccessGroup.class);
        for (AccessGroup group : AccessGroup.values()) {
            NodeMaker maker = machine.maker(group);
            UaObjectNode object =
                    maker.object(machine.root(), machine.name(Namespaces.TYPES, group.name()), NodeIds.BaseObjectType);
            UaVariableNode variable = maker.variable(object, machine.name(Namespaces.TYPES, "Value"), NodeIds.Int32, 0);
            if (group == AccessGroup.HANDOVER_PLC) {
                maker.writable(variable);
            }
            UaMethodNode method =
                    maker.method(object, machine.name(Namespaces.TYPES, "Do"), NONE, NONE, (context, request) -> {
                        called.add(request.getMethodId());
                        return new CallMethodResult(
                                StatusCode.GOOD, new StatusCode[0], new DiagnosticInfo[0], new Variant[0]);
                    });
            made.put(group, new Nodes(object, variable, method));
        }
        nodes.put(machine.machine().id(), made);
        return new Attachment() {};
    }

    Nodes nodes(String machine, AccessGroup group) {
        return Optional.ofNullable(nodes.get(machine))
                .map(made -> made.get(group))
                .orElseThrow();
    }

    String url() {
        return workshop.server().url();
    }

    /** A client with roles; the control of M1 where it is the control of something. */
    OpcUaClient as(Role... roles) throws Exception {
        String name = "user" + clients.size();
        Set<String> machines = Set.of(roles).contains(Role.MACHINE_CLIENT) ? Set.of("M1") : Set.of();
        Account account = new Account(name, Set.of(roles), machines, Optional.empty(), Optional.empty());
        AccountDesk.Outcome made = workshop.guests().desk(workshop).add(account, Optional.of(PASSWORD));
        if (!(made instanceof AccountDesk.Outcome.Done)) {
            throw new IllegalStateException(made.toString());
        }
        return kept(workshop.guests().named(url(), name, PASSWORD));
    }

    /** A client without security and name. */
    OpcUaClient anonymous() throws Exception {
        return kept(Guests.anonymous(url()));
    }

    OpcUaClient kept(OpcUaClient client) {
        clients.add(client);
        return client;
    }

    @Override
    public void close() throws UaException {
        for (OpcUaClient client : clients) {
            client.disconnect();
        }
        workshop.close();
    }
}
