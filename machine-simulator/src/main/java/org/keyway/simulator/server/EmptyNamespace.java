package org.keyway.simulator.server;

import java.util.List;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;

/** A namespace without nodes, as an option of a controller brings along; it takes an index. */
final class EmptyNamespace extends ManagedNamespaceWithLifecycle {
    EmptyNamespace(OpcUaServer server, String uri) {
        super(server, uri);
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {}

    @Override
    public void onDataItemsModified(List<DataItem> items) {}

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {}

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {}
}
