package org.keyway.opcua.model.load;

import java.util.List;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;

/**
 * The namespace of one model. Its nodes are there to be read: whatever a model says of access levels, nobody writes them,
 * and its methods are declarations that can't be called.
 */
final class ModelNamespace extends ManagedNamespaceWithLifecycle {
    private static final StatusCode NOT_WRITABLE = new StatusCode(StatusCodes.Bad_NotWritable);
    private static final StatusCode NOT_EXECUTABLE = new StatusCode(StatusCodes.Bad_NotExecutable);

    ModelNamespace(OpcUaServer server, String uri) {
        super(server, uri);
    }

    @Override
    public List<StatusCode> write(WriteContext context, List<WriteValue> values) {
        return values.stream().map(value -> NOT_WRITABLE).toList();
    }

    @Override
    public List<CallMethodResult> call(CallContext context, List<CallMethodRequest> requests) {
        return requests.stream()
                .map(request ->
                        new CallMethodResult(NOT_EXECUTABLE, new StatusCode[0], new DiagnosticInfo[0], new Variant[0]))
                .toList();
    }

    /** Nothing changes here: who watches is told once. */
    private void show(List<DataItem> items) {
        for (DataItem item : items) {
            ReadContext context = new ReadContext(getServer(), item.getSession());
            item.setValue(read(context, 0.0, TimestampsToReturn.Both, List.of(item.getReadValueId()))
                    .get(0));
        }
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        show(items);
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        show(items);
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        // nothing is kept of them
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        show(items.stream()
                .filter(MonitoredItem::isSamplingEnabled)
                .filter(DataItem.class::isInstance)
                .map(DataItem.class::cast)
                .toList());
    }
}
