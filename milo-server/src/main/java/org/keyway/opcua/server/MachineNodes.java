package org.keyway.opcua.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.job.Problem;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;

/** The nodes of one machine: what it is, what it is doing, and its current job with every value. */
final class MachineNodes {
    private final UaNodeContext context;
    private final UShort namespace;
    private final Machine machine;
    private final List<UaNode> all = new ArrayList<>();
    private final Map<String, UaVariableNode> variables = new HashMap<>();
    private final Map<String, UaVariableNode> parameters = new HashMap<>();
    private Map<String, Object> shownValues = Map.of();

    MachineNodes(UaNodeContext context, UShort namespace, Machine machine, MachineProfile profile, UaNode parent) {
        this.context = context;
        this.namespace = namespace;
        this.machine = machine;
        UaFolderNode folder = folder("", machine.id(), machine.name().en(), parent);
        variable(
                folder,
                "Name",
                NodeIds.LocalizedText,
                LocalizedText.english(machine.name().en()));
        variable(folder, "Class", NodeIds.String, machine.machineClass());
        variable(folder, "Station", NodeIds.String, machine.station());
        variable(folder, "Online", NodeIds.Boolean, false);
        variable(folder, "State", NodeIds.String, "UNKNOWN");
        UaFolderNode job = folder("/Job", "Job", "Current job", folder);
        for (String field : List.of("Id", "State", "Operation", "Product", "Serial", "Lot", "Problem")) {
            variable(job, "Job/" + field, NodeIds.String, "");
        }
        variable(job, "Job/Message", NodeIds.LocalizedText, LocalizedText.NULL_VALUE);
        UaFolderNode values = folder("/Job/Parameters", "Parameters", "Parameters", job);
        for (Parameter parameter : profile.written()) {
            parameters.put(
                    parameter.name(),
                    variable(values, "Job/Parameters/" + parameter.name(), dataType(parameter), null));
        }
    }

    /** Nodes that are to go when the machine goes. */
    List<UaNode> all() {
        return all;
    }

    private NodeId id(String path) {
        return new NodeId(namespace, "Machines/" + machine.id() + path);
    }

    private UaFolderNode folder(String path, String browseName, String displayName, UaNode parent) {
        UaFolderNode folder = new UaFolderNode(
                context, id(path), new QualifiedName(namespace, browseName), LocalizedText.english(displayName));
        return add(folder, parent, NodeIds.Organizes);
    }

    private UaVariableNode variable(UaNode parent, String path, NodeId type, @Nullable Object value) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        UaVariableNode node = UaVariableNode.build(
                context,
                builder -> builder.setNodeId(id("/" + path))
                        .setBrowseName(new QualifiedName(namespace, name))
                        .setDisplayName(LocalizedText.english(name))
                        .setDataType(type)
                        .setAccessLevel(AccessLevel.READ_ONLY)
                        .setUserAccessLevel(AccessLevel.READ_ONLY)
                        .setValue(dataValue(value))
                        .setTypeDefinition(NodeIds.BaseDataVariableType)
                        .build());
        variables.put(path, add(node, parent, NodeIds.HasComponent));
        return node;
    }

    private <N extends UaNode> N add(N node, UaNode parent, NodeId reference) {
        context.getNodeManager().addNode(node);
        node.addReference(
                new Reference(node.getNodeId(), reference, parent.getNodeId().expanded(), Reference.Direction.INVERSE));
        all.add(node);
        return node;
    }

    private static NodeId dataType(Parameter parameter) {
        if (parameter.array().isPresent()) {
            return NodeIds.String;
        }
        if (parameter.type() == ValueType.BOOLEAN) {
            return NodeIds.Boolean;
        }
        return parameter.type().isNumeric() ? NodeIds.Double : NodeIds.String;
    }

    private static DataValue dataValue(@Nullable Object value) {
        return new DataValue(Variant.of(value), StatusCode.GOOD, DateTime.now(), DateTime.now());
    }

    void show(MachineStatus status) {
        set("Online", status.online());
        set("State", status.state().name());
    }

    synchronized void show(Job job) {
        set("Job/Id", job.id());
        set("Job/State", job.state().name());
        set("Job/Operation", job.operation().orElse(""));
        set("Job/Product", job.identity().map(identity -> identity.product()).orElse(""));
        set("Job/Serial", job.identity().flatMap(identity -> identity.serial()).orElse(""));
        set("Job/Lot", job.identity().flatMap(identity -> identity.lot()).orElse(""));
        set("Job/Problem", job.problem().map(Problem::code).orElse(""));
        set(
                "Job/Message",
                job.problem()
                        .map(problem -> LocalizedText.english(problem.message().en()))
                        .orElse(LocalizedText.NULL_VALUE));
        showValues(job);
    }

    /** A job changes several times and its values once: operators wait while they are shown. */
    private void showValues(Job job) {
        Map<String, Object> values = new HashMap<>();
        for (JobParameter parameter : job.parameters()) {
            values.put(parameter.name(), parameter.value());
        }
        if (values.equals(shownValues)) {
            return;
        }
        shownValues = values;
        parameters.forEach((name, node) -> {
            Object value = values.get(name);
            node.setValue(dataValue(value == null ? null : shown(value)));
        });
    }

    /** Numbers as numbers, truth values as truth values; everything else, arrays too, as people read it. */
    private static Object shown(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof Boolean ? value : value.toString();
    }

    private void set(String path, Object value) {
        UaVariableNode node = variables.get(path);
        if (node != null) {
            node.setValue(dataValue(value));
        }
    }
}
