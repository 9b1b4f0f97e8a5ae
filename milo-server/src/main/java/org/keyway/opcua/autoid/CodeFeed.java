package org.keyway.opcua.autoid;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;

/** What a subscription brings, in one session: picks the codes out of notifications. Called one at a time. */
final class CodeFeed {
    /** The fields that are asked for of each event, in this order. */
    static final int EVENT_TYPE = 0;

    static final int EVENT_ID = 1;
    static final int TIME = 2;
    static final int SCAN_RESULT = 3;
    static final int FIELDS = 4;

    /** No reader sees so many codes at once. */
    private static final int MOST_CODES = 32;

    private final CodeIntake intake;
    private final Clock clock;
    private final ScanResultDecoder decoder;
    private final Optional<NodeId> locationEvent;
    private boolean begun;

    CodeFeed(NamespaceTable namespaces, CodeIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
        this.decoder = ScanResultDecoder.in(namespaces);
        this.locationEvent = AutoId.in(namespaces).map(AutoId::locationEvent);
    }

    /** An event of the reader. */
    void event(Variant[] fields) {
        if (fields.length != FIELDS) {
            intake.refuse(StructureBody.malformed("an event of " + fields.length + " fields"));
            return;
        }
        Object type = fields[EVENT_TYPE].value();
        if (NodeIds.EventQueueOverflowEventType.equals(type)) {
            intake.lost();
        } else if (type == null || !locationEvent.filter(type::equals).isPresent()) {
            codes(fields, results(fields[SCAN_RESULT].value()));
        }
    }

    private static Optional<ExtensionObject[]> results(@Nullable Object value) {
        if (value instanceof ExtensionObject one) {
            return Optional.of(new ExtensionObject[] {one});
        }
        return value instanceof ExtensionObject[] several ? Optional.of(several) : Optional.empty();
    }

    private void codes(Variant[] fields, Optional<ExtensionObject[]> results) {
        if (results.isEmpty()) {
            intake.refuse(StructureBody.malformed("an event without ScanResult"));
            return;
        }
        ExtensionObject[] codes = results.get();
        if (codes.length > MOST_CODES) {
            intake.refuse(new UnreadableCodeException(
                    AutoIdCode.TOO_MANY, Map.of("count", codes.length, "limit", MOST_CODES)));
            return;
        }
        String id = fields[EVENT_ID].value() instanceof ByteString bytes ? hex(bytes) : "";
        String time = String.valueOf(fields[TIME].value());
        for (int i = 0; i < codes.length; i++) {
            ExtensionObject code = codes[i];
            intake.take(() -> decoder.scanResult(code), "event", id, time, i);
        }
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.bytesOrEmpty());
    }

    /** The last scan that the reader shows. The first after connecting was read before. */
    void lastScan(DataValue shown) {
        boolean first = !begun;
        begun = true;
        Object value = shown.value().value();
        if (value == null || shown.statusCode().isBad()) {
            return;
        }
        String mark = mark(shown, value);
        if (first) {
            intake.connectedShowing(mark);
        } else if (intake.isNewLastScan(mark)) {
            intake.take(() -> decoder.lastScan(value), "last scan", mark);
        } else {
            intake.repeated();
        }
    }

    private String mark(DataValue shown, Object value) {
        Optional<DateTime> time =
                Optional.ofNullable(shown.sourceTime()).or(() -> Optional.ofNullable(shown.serverTime()));
        String data = value instanceof ExtensionObject encoded ? String.valueOf(encoded.getBody()) : value.toString();
        return RequestName.of(time.map(Object::toString).orElseGet(() -> "unknown, " + clock.instant()), data);
    }
}
