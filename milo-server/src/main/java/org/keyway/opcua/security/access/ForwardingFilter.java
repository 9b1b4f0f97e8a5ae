package org.keyway.opcua.security.access;

import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;

/**
 * What every filter of ours extends. The stack's default passes a read on as a get and a write as a set, by which later
 * filters would be skipped; here reads stay reads and writes stay writes.
 */
abstract class ForwardingFilter implements AttributeFilter {
    @Override
    public @Nullable Object readAttribute(AttributeFilterContext context, AttributeId attribute) throws UaException {
        return context.readAttribute(attribute);
    }

    @Override
    public void writeAttribute(AttributeFilterContext context, AttributeId attribute, @Nullable Object value)
            throws UaException {
        context.writeAttribute(attribute, value);
    }
}
