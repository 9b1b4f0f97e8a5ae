package org.keyway.opcua.security.access;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.AccessRestrictionType;
import org.eclipse.milo.opcua.stack.core.types.structured.PermissionType;
import org.eclipse.milo.opcua.stack.core.types.structured.RolePermissionType;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;

/** Roles and rights as OPC UA writes them (OPC 10000-3 8.55 and 8.56, OPC 10000-18 4.3). */
final class RoleIds {
    /** Signing and encryption (OPC 10000-3 8.56), for whatever somebody may write or call. */
    static final AccessRestrictionType ENCRYPTED = AccessRestrictionType.of(
            AccessRestrictionType.Field.SigningRequired, AccessRestrictionType.Field.EncryptionRequired);

    private final UShort own;

    /**
     * Ids of roles.
     *
     * @param own the index of our namespace of instances, in which our own roles are
     */
    RoleIds(int own) {
        this.own = ushort(own);
    }

    NodeId id(Role role) {
        return switch (role) {
            case OBSERVER -> NodeIds.WellKnownRole_Observer;
            case OPERATOR -> NodeIds.WellKnownRole_Operator;
            case ENGINEER -> NodeIds.WellKnownRole_Engineer;
            case SUPERVISOR -> NodeIds.WellKnownRole_Supervisor;
            case SECURITY_ADMIN -> NodeIds.WellKnownRole_SecurityAdmin;
            case MES_CLIENT, MACHINE_CLIENT -> new NodeId(own, "Roles/" + role.word());
        };
    }

    List<NodeId> ids(Set<Role> roles) {
        return roles.stream().map(this::id).toList();
    }

    /** What the roles may do with the nodes of a group, of those rights that count. */
    RolePermissionType[] permissions(AccessGroup group, BiPredicate<Role, Operation> counts) {
        List<RolePermissionType> permissions = new ArrayList<>();
        for (Role role : Role.values()) {
            long bits = 0;
            for (Operation operation : Operation.values()) {
                boolean has = AccessTable.roles(group, operation).contains(role) && counts.test(role, operation);
                bits |= has ? bits(operation) : 0;
            }
            if (role == Role.SECURITY_ADMIN && counts.test(role, Operation.READ)) {
                bits |= bit(PermissionType.Field.ReadRolePermissions);
            }
            if (bits != 0) {
                permissions.add(new RolePermissionType(id(role), new PermissionType(uint(bits))));
            }
        }
        return permissions.toArray(RolePermissionType[]::new);
    }

    private static long bits(Operation operation) {
        return switch (operation) {
            case READ -> bit(PermissionType.Field.Browse) | bit(PermissionType.Field.Read);
            case WRITE -> bit(PermissionType.Field.Write);
            case CALL -> bit(PermissionType.Field.Call);
            case RECEIVE_EVENTS -> bit(PermissionType.Field.ReceiveEvents);
        };
    }

    private static long bit(PermissionType.Field field) {
        return 1L << field.getBitIndex();
    }
}
