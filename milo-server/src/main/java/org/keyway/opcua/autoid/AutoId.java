package org.keyway.opcua.autoid;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/** What of OPC 30010 (AutoID 1.01, 2020-06-18) we use, in one server's namespaces. */
record AutoId(int index) {
    static final String URI = "http://opcfoundation.org/UA/AutoID/";

    private static final int SCAN_EVENT = 1004;
    private static final int RTLS_LOCATION_EVENT = 1014;

    /** Where the server has AutoID; empty when it hasn't. */
    static Optional<AutoId> in(NamespaceTable namespaces) {
        return Optional.ofNullable(namespaces.getIndex(URI))
                .map(UShort::intValue)
                .map(AutoId::new);
    }

    /** AutoIdScanEventType, of which OpticalScanEventType, RfidScanEventType and the others are subtypes. */
    NodeId scanEvent() {
        return new NodeId(index, SCAN_EVENT);
    }

    /** RtlsLocationEventType: where a tag is; a subtype of the scan event, but nobody's scan. */
    NodeId locationEvent() {
        return new NodeId(index, RTLS_LOCATION_EVENT);
    }

    QualifiedName name(String name) {
        return new QualifiedName(index, name);
    }
}
