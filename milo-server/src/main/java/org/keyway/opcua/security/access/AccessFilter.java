package org.keyway.opcua.security.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.structured.AccessRestrictionType;
import org.eclipse.milo.opcua.stack.core.types.structured.RolePermissionType;
import org.jspecify.annotations.Nullable;
import org.keyway.job.account.Role;
import org.keyway.opcua.space.NodeOwner;

/**
 * Holds every node of ours to the table of rights, once more after the access controller, and tells each session its own:
 * UserAccessLevel, UserExecutable, UserRolePermissions. Without a session it is the server itself that reads or writes.
 */
final class AccessFilter extends ForwardingFilter {
    private static final AccessRestrictionType NONE = AccessRestrictionType.of();

    private final Access access;
    private final RoleIds roles;

    AccessFilter(Access access, RoleIds roles) {
        this.access = access;
        this.roles = roles;
    }

    @Override
    public @Nullable Object readAttribute(AttributeFilterContext context, AttributeId attribute) throws UaException {
        Optional<Session> session = context.getSession();
        return session.isPresent()
                ? readBy(access.caller(session.get()), context, attribute)
                : super.readAttribute(context, attribute);
    }

    private @Nullable Object readBy(Caller caller, AttributeFilterContext context, AttributeId attribute)
            throws UaException {
        UaNode node = context.getNode();
        NodeId id = node.getNodeId();
        return switch (attribute) {
            case Value -> {
                refuse(access.refusesValue(caller, id));
                yield super.readAttribute(context, attribute);
            }
            case UserAccessLevel -> userAccessLevel(caller, node);
            case UserExecutable -> mayCall(caller, node);
            case RolePermissions -> rolePermissions(caller, id);
            case UserRolePermissions -> userRolePermissions(caller, id);
            case AccessRestrictions -> restrictions(node);
            default -> super.readAttribute(context, attribute);
        };
    }

    private UByte userAccessLevel(Caller caller, UaNode node) {
        if (!(node instanceof UaVariableNode variable)) {
            return UByte.MIN;
        }
        EnumSet<AccessLevel> levels = AccessLevel.fromValue(variable.getAccessLevel());
        if (access.refusesValue(caller, node.getNodeId()).isPresent()) {
            levels.remove(AccessLevel.CurrentRead);
        }
        if (access.refusesWrite(caller, node.getNodeId()).isPresent()) {
            levels.remove(AccessLevel.CurrentWrite);
        }
        return AccessLevel.toValue(levels);
    }

    private boolean mayCall(Caller caller, UaNode node) {
        return node instanceof UaMethodNode
                && caller.encrypted()
                && caller.may(Operation.CALL, access.owner(node.getNodeId()));
    }

    private RolePermissionType[] rolePermissions(Caller caller, NodeId id) throws UaException {
        if (!caller.roles().contains(Role.SECURITY_ADMIN)) {
            throw new UaException(StatusCodes.Bad_UserAccessDenied);
        }
        return roles.permissions(access.owner(id).group(), (role, operation) -> true);
    }

    private RolePermissionType[] userRolePermissions(Caller caller, NodeId id) {
        NodeOwner owner = access.owner(id);
        Set<Role> own = caller.roles();
        return roles.permissions(
                owner.group(), (role, operation) -> own.contains(role) && caller.reaches(role, operation, owner));
    }

    private AccessRestrictionType restrictions(UaNode node) {
        NodeOwner owner = access.owner(node.getNodeId());
        boolean written = Access.isWritable(Optional.of(node))
                && !AccessTable.roles(owner.group(), Operation.WRITE).isEmpty();
        return written || node instanceof UaMethodNode ? RoleIds.ENCRYPTED : NONE;
    }

    @Override
    public void writeAttribute(AttributeFilterContext context, AttributeId attribute, @Nullable Object value)
            throws UaException {
        Optional<Session> session = context.getSession();
        if (session.isPresent()) {
            refuse(
                    attribute == AttributeId.Value
                            ? access.refusesWrite(
                                    access.caller(session.get()),
                                    context.getNode().getNodeId())
                            : Optional.of(StatusCodes.Bad_NotWritable));
        }
        super.writeAttribute(context, attribute, value);
    }

    private static void refuse(Optional<Long> refusal) throws UaException {
        if (refusal.isPresent()) {
            throw new UaException(refusal.get());
        }
    }
}
