package org.keyway.profile;

import java.util.List;

/**
 * An OPC UA AutoID reader (OPC 30010) whose codes are scans at its station.
 *
 * @param id its name at the station
 * @param node of the device object, {@code nsu=<uri>;…} (OPC 10000-6 5.3.1.10)
 * @param codes the code types that are taken, such as {@code GS1} or {@code RAW:STRING} (OPC 30010 CodeTypeDataType); every
 *     type when empty
 */
public record CodeReader(String id, Endpoint endpoint, String node, List<String> codes) {
    /** So many readers may a station have. */
    public static final int MOST = 8;

    public CodeReader {
        codes = List.copyOf(codes);
    }

    /** Whether codes of this type are scans. */
    public boolean takes(String codeType) {
        return codes.isEmpty() || codes.contains(codeType);
    }
}
