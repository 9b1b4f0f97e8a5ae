package org.keyway.opcua.machine;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.profile.Parameter;

/** The values of a machine's job, each with its unit, its limits, what the machine answered, and whether that is the same. */
public final class ParametersFeature implements MachineFeature {
    @Override
    public Attachment attach(MachineNode machine) {
        UaObjectNode folder = machine.maker(AccessGroup.PARAMETERS)
                .object(machine.root(), machine.name(TYPES, "Parameters"), NodeIds.FolderType);
        Map<String, ParameterNode> nodes = new HashMap<>();
        for (Parameter parameter : machine.profile().written()) {
            nodes.put(parameter.name(), new ParameterNode(machine, folder, parameter));
        }
        return new Attachment() {
            @Override
            public void jobChanged(Job job) {
                Map<String, JobParameter> values = new HashMap<>();
                job.parameters().forEach(value -> values.put(value.name(), value));
                machine.publish(publication -> nodes.forEach((name, node) -> node.show(publication, values.get(name))));
            }
        };
    }
}
