package org.keyway.opcua.security.access;

import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ModifyMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.SetMonitoringModeRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.SetTriggeringRequest;
import org.jspecify.annotations.Nullable;

/** How many monitored items a request names. The stack tells clients a limit (OPC 10000-5 6.3.11) and doesn't hold them to it. */
final class ItemsPerRequest {
    private ItemsPerRequest() {}

    /** None for a request of another service. */
    static long in(UaRequestMessageType request) {
        if (request instanceof CreateMonitoredItemsRequest create) {
            return length(create.getItemsToCreate());
        } else if (request instanceof ModifyMonitoredItemsRequest modify) {
            return length(modify.getItemsToModify());
        } else if (request instanceof DeleteMonitoredItemsRequest delete) {
            return length(delete.getMonitoredItemIds());
        } else if (request instanceof SetMonitoringModeRequest mode) {
            return length(mode.getMonitoredItemIds());
        } else if (request instanceof SetTriggeringRequest links) {
            return length(links.getLinksToAdd()) + length(links.getLinksToRemove());
        }
        return 0;
    }

    private static long length(Object @Nullable [] items) {
        return items == null ? 0 : items.length;
    }
}
