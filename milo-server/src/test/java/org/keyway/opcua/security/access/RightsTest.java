package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.RolePermissionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.security.access.GuardedFloor.Nodes;

/** Each role on each kind of node: what it is told of its rights, and what it really can do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RightsTest {
    private static final UByte VALUE_READ = UByte.valueOf(1);
    private static final int WRITTEN = 17;

    /** Written out once more, by hand, from the specification: r read, w write, c call. */
    private static final Map<AccessGroup, Map<Role, String>> SPECIFIED = new EnumMap<>(AccessGroup.class);

    static {
        Set<Role> readers = Set.of(
                Role.OBSERVER, Role.OPERATOR, Role.ENGINEER, Role.SUPERVISOR, Role.MES_CLIENT, Role.SECURITY_ADMIN);
        for (AccessGroup group : List.of(
                AccessGroup.PUBLIC, AccessGroup.PARAMETERS, AccessGroup.HANDOVER_GATEWAY, AccessGroup.HANDOVER_PLC)) {
            readers.forEach(role -> specify(group, role, "r"));
            specify(group, Role.MACHINE_CLIENT, group == AccessGroup.HANDOVER_PLC ? "rwc" : "r");
        }
        readers.forEach(role -> specify(AccessGroup.JOB_ORDERS, role, "r"));
        specify(AccessGroup.JOB_ORDERS, Role.MES_CLIENT, "rc");
        specify(AccessGroup.JOB_ORDERS, Role.SUPERVISOR, "rc");
        specify(AccessGroup.SCAN, Role.OPERATOR, "rc");
        specify(AccessGroup.SCAN, Role.MACHINE_CLIENT, "rc");
        specify(AccessGroup.ADMINISTRATION, Role.SECURITY_ADMIN, "rc");
    }

    private static void specify(AccessGroup group, Role role, String rights) {
        SPECIFIED.computeIfAbsent(group, key -> new EnumMap<>(Role.class)).put(role, rights);
    }

    @SuppressWarnings("NullAway.Init") // set before all
    private GuardedFloor floor;

    private final Map<Role, OpcUaClient> clients = new EnumMap<>(Role.class);

    @BeforeAll
    void open(@TempDir Path pki) throws Exception {
        floor = new GuardedFloor(pki);
        for (Role role : Role.values()) {
            clients.put(role, floor.as(role));
        }
    }

    @AfterAll
    void close() throws Exception {
        floor.close();
    }

    private OpcUaClient client(Role role) {
        return Optional.ofNullable(clients.get(role)).orElseThrow();
    }

    static Stream<Arguments> everyRoleAndGroup() {
        return Stream.of(Role.values())
                .flatMap(role -> Stream.of(AccessGroup.values()).map(group -> Arguments.of(role, group)));
    }

    private static boolean may(Role role, AccessGroup group, char right) {
        return SPECIFIED.getOrDefault(group, Map.of()).getOrDefault(role, "").indexOf(right) >= 0;
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndGroup")
    void aRoleReadsWhatItMayAndIsToldSo(Role role, AccessGroup group) throws Exception {
        OpcUaClient client = client(role);
        Nodes nodes = floor.nodes("M1", group);
        boolean may = may(role, group, 'r');

        DataValue value =
                client.readValue(0, TimestampsToReturn.Neither, nodes.variable().getNodeId());
        Object level = attribute(client, nodes.variable().getNodeId(), AttributeId.UserAccessLevel);

        assertThat(value.statusCode().isGood()).isEqualTo(may);
        assertThat(browsed(client, nodes.object().getNodeId())).isEqualTo(may);
        if (may) {
            assertThat(((UByte) level).intValue() & VALUE_READ.intValue()).isEqualTo(1);
        } else {
            assertThat(value.statusCode().value()).isEqualTo(StatusCodes.Bad_UserAccessDenied);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndGroup")
    void aRoleWritesWhatItMayAndIsToldSo(Role role, AccessGroup group) throws Exception {
        OpcUaClient client = client(role);
        Nodes nodes = floor.nodes("M1", group);
        Object before = nodes.variable().getValue().value().value();

        StatusCode status = client.writeValues(
                        List.of(nodes.variable().getNodeId()), List.of(DataValue.valueOnly(Variant.of(WRITTEN))))
                .get(0);
        Object level = attribute(client, nodes.variable().getNodeId(), AttributeId.UserAccessLevel);

        boolean may = may(role, group, 'w');
        assertThat(status.isGood()).isEqualTo(may);
        assertThat(nodes.variable().getValue().value().value()).isEqualTo(may ? WRITTEN : before);
        if (may(role, group, 'r')) {
            assertThat((((UByte) level).intValue() & 2) != 0).isEqualTo(may);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndGroup")
    void aRoleCallsWhatItMayAndIsToldSo(Role role, AccessGroup group) throws Exception {
        OpcUaClient client = client(role);
        Nodes nodes = floor.nodes("M1", group);
        floor.called.clear();

        StatusCode status = call(client, nodes);
        Object executable = attribute(client, nodes.method().getNodeId(), AttributeId.UserExecutable);

        boolean may = may(role, group, 'c');
        assertThat(status.value()).isEqualTo(may ? StatusCodes.Good : StatusCodes.Bad_UserAccessDenied);
        assertThat(floor.called).hasSize(may ? 1 : 0);
        if (may(role, group, 'r')) {
            assertThat(executable).isEqualTo(may);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndGroup")
    void theRolesThatASessionIsToldOfAreItsOwn(Role role, AccessGroup group) throws Exception {
        if (!may(role, group, 'r')) {
            return;
        }
        OpcUaClient client = client(role);
        Nodes nodes = floor.nodes("M1", group);

        Object told = attribute(client, nodes.variable().getNodeId(), AttributeId.UserRolePermissions);

        RolePermissionType[] permissions = decoded(client, told);
        assertThat(permissions).singleElement().satisfies(own -> {
            assertThat(own.getRoleId()).isEqualTo(new RoleIds(8).id(role));
            assertThat(own.getPermissions().getRead()).isTrue();
            assertThat(own.getPermissions().getWrite()).isEqualTo(may(role, group, 'w'));
            assertThat(own.getPermissions().getCall()).isEqualTo(may(role, group, 'c'));
        });
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndGroup")
    void theControlOfOneMachineIsNobodyOnAnother(Role role, AccessGroup group) throws Exception {
        if (role != Role.MACHINE_CLIENT || group == AccessGroup.PUBLIC) {
            return;
        }
        OpcUaClient client = client(role);
        Nodes others = floor.nodes("M2", group);
        floor.called.clear();

        DataValue value = client.readValue(
                0, TimestampsToReturn.Neither, others.variable().getNodeId());
        StatusCode written = client.writeValues(
                        List.of(others.variable().getNodeId()), List.of(DataValue.valueOnly(Variant.of(99))))
                .get(0);

        assertThat(value.statusCode().value()).isEqualTo(StatusCodes.Bad_UserAccessDenied);
        assertThat(written.isBad()).isTrue();
        assertThat(call(client, others).isBad()).isTrue();
        assertThat(floor.called).isEmpty();
        assertThat(others.variable().getValue().value().value()).isEqualTo(0);
    }

    private static StatusCode call(OpcUaClient client, Nodes nodes) throws Exception {
        return client.call(List.of(new CallMethodRequest(
                        nodes.object().getNodeId(), nodes.method().getNodeId(), new Variant[0])))
                .getResults()[0]
                .getStatusCode();
    }

    private static Object attribute(OpcUaClient client, NodeId node, AttributeId attribute) throws Exception {
        DataValue value = client.read(
                        0, TimestampsToReturn.Neither, List.of(new ReadValueId(node, attribute.uid(), null, null)))
                .getResults()[0];
        return value.value().value() == null
                ? value.statusCode()
                : value.value().value();
    }

    private static RolePermissionType[] decoded(OpcUaClient client, Object told) {
        return Stream.of((ExtensionObject[]) told)
                .map(encoded -> (RolePermissionType) encoded.decode(client.getStaticEncodingContext()))
                .toArray(RolePermissionType[]::new);
    }

    private boolean browsed(OpcUaClient client, NodeId object) throws Exception {
        BrowseResult result = client.browse(new BrowseDescription(
                new NodeId(8, "M1"), BrowseDirection.Forward, NodeIds.HierarchicalReferences, true, uint(0), uint(0)));
        ReferenceDescription[] references = result.getReferences();
        return references != null
                && Stream.of(references)
                        .anyMatch(reference -> reference.getNodeId().equalTo(object));
    }
}
