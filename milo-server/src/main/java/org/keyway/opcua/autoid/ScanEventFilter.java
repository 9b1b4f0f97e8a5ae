package org.keyway.opcua.autoid;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.FilterOperator;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilterElement;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilterResult;
import org.eclipse.milo.opcua.stack.core.types.structured.LiteralOperand;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.jspecify.annotations.Nullable;

/** Which events we ask a reader for, and with which fields (OPC 10000-4 7.22.3): scan events of every kind. */
final class ScanEventFilter {
    private ScanEventFilter() {}

    /** The filter, with the fields in the order of {@link CodeFeed}. */
    static EventFilter of(AutoId autoId, EncodingContext context) {
        SimpleAttributeOperand[] fields = new SimpleAttributeOperand[CodeFeed.FIELDS];
        fields[CodeFeed.EVENT_TYPE] = field(NodeIds.BaseEventType, new QualifiedName(0, "EventType"));
        fields[CodeFeed.EVENT_ID] = field(NodeIds.BaseEventType, new QualifiedName(0, "EventId"));
        fields[CodeFeed.TIME] = field(NodeIds.BaseEventType, new QualifiedName(0, "Time"));
        fields[CodeFeed.SCAN_RESULT] = field(autoId.scanEvent(), autoId.name("ScanResult"));
        ExtensionObject type =
                ExtensionObject.encode(context, new LiteralOperand(Variant.ofNodeId(autoId.scanEvent())));
        ContentFilterElement ofType = new ContentFilterElement(FilterOperator.OfType, new ExtensionObject[] {type});
        return new EventFilter(fields, new ContentFilter(new ContentFilterElement[] {ofType}));
    }

    private static SimpleAttributeOperand field(NodeId type, QualifiedName name) {
        return new SimpleAttributeOperand(type, new QualifiedName[] {name}, AttributeId.Value.uid(), null);
    }

    /**
     * Whether the server took the filter whole. With a bad part in it the item is created none the less, and may never tell of
     * anything.
     */
    static boolean isAccepted(Optional<ExtensionObject> answer, EncodingContext context) {
        try {
            return answer.filter(encoded -> !encoded.isNull())
                    .map(encoded -> encoded.decode(context))
                    .map(result -> result instanceof EventFilterResult found && isGood(found))
                    .orElse(true);
        } catch (UaSerializationException unreadable) {
            return false;
        }
    }

    private static boolean isGood(EventFilterResult result) {
        Stream<StatusCode> fields = stream(result.getSelectClauseResults());
        Stream<StatusCode> conditions = stream(result.getWhereClauseResult().getElementResults())
                .flatMap(element ->
                        Stream.concat(Stream.of(element.getStatusCode()), stream(element.getOperandStatusCodes())));
        return Stream.concat(fields, conditions).noneMatch(StatusCode::isBad);
    }

    private static <T> Stream<T> stream(T @Nullable [] items) {
        return items == null ? Stream.empty() : Arrays.stream(items).filter(Objects::nonNull);
    }
}
