package org.keyway.opcua.autoid;

import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.keyway.opcua.autoid.ReadCode.Content;

/**
 * Reads a ScanResult and the union ScanData (OPC 30010, binary encoding). Every subtype begins as ScanResult does, because
 * inherited fields come first and the optional Location gives all of them an encoding mask (OPC 10000-6 5.2.7); so also a
 * vendor's own can be read. The symbology is read where it is known to be.
 */
final class ScanResultDecoder {
    private static final int LONGEST_CODE_TYPE = 64;
    private static final int LONGEST_SYMBOLOGY = 64;

    // Default Binary encodings in the namespace of AutoID 1.01.
    private static final long SCAN_DATA = 5030;
    private static final long OPTICAL_SCAN_RESULT = 5040;
    private static final long OPTICAL_VERIFIER_SCAN_RESULT = 5052;

    // Bits of the encoding mask, in the order of the optional fields.
    private static final int HAS_LOCATION = 1;
    private static final int HAS_GRADE = 2;
    private static final int HAS_POSITION = 4;
    private static final int HAS_SYMBOLOGY = 8;

    private static final int FLOAT = 4;
    private static final int DOUBLE = 8;
    private static final int TIME = 8;
    private static final int INT32 = 4;
    private static final int POSITION = 5 * INT32;
    private static final int LOCAL_COORDINATE = 3 * DOUBLE + TIME + DOUBLE + INT32;

    private static final int VARIANT_STRING = 12;
    private static final int VARIANT_BYTE_STRING = 15;

    private static final int NOWHERE = -1;

    private final int autoId;

    private ScanResultDecoder(int autoId) {
        this.autoId = autoId;
    }

    /** For a server with these namespaces. */
    static ScanResultDecoder in(NamespaceTable namespaces) {
        return new ScanResultDecoder(AutoId.in(namespaces).map(AutoId::index).orElse(NOWHERE));
    }

    /** The code in a ScanResult of any kind. */
    ReadCode scanResult(ExtensionObject encoded) throws UnreadableCodeException {
        StructureBody body = body(encoded);
        long mask = body.uint32();
        String codeType = body.text();
        if (codeType.isBlank() || codeType.length() > LONGEST_CODE_TYPE) {
            throw StructureBody.malformed("a code type of " + codeType.length() + " characters");
        }
        Content content = content(body);
        body.skip(TIME);
        return new ReadCode(codeType, content, isOptical(encoded) ? symbology(body, mask) : Optional.empty());
    }

    /** The code in a value of LastScanData: of any type, says the standard; here ScanData, a ScanResult, text or bytes. */
    ReadCode lastScan(Object value) throws UnreadableCodeException {
        if (value instanceof String text) {
            return raw(new Content.Text(text));
        }
        if (value instanceof ByteString bytes) {
            return raw(new Content.Octets(bytes));
        }
        if (value instanceof ExtensionObject encoded) {
            return isIn(encoded, SCAN_DATA) ? raw(content(body(encoded))) : scanResult(encoded);
        }
        throw StructureBody.malformed("a " + value.getClass().getSimpleName());
    }

    private static ReadCode raw(Content content) {
        String codeType = content instanceof Content.Text ? "RAW:STRING" : "RAW:BYTES";
        return new ReadCode(content instanceof Content.Tag ? "EPC" : codeType, content, Optional.empty());
    }

    private static StructureBody body(ExtensionObject encoded) throws UnreadableCodeException {
        if (encoded.getBody() instanceof ByteString body) {
            return new StructureBody(body);
        }
        throw StructureBody.malformed("a structure that isn't in binary encoding");
    }

    private static Content content(StructureBody body) throws UnreadableCodeException {
        long kind = body.uint32();
        return switch ((int) kind) {
            case 0 -> throw new UnreadableCodeException(AutoIdCode.EMPTY, Map.of());
            case 1 -> new Content.Octets(body.bytes());
            case 2 -> new Content.Text(body.text());
            case 3 -> tag(body);
            case 4 -> custom(body);
            default -> throw new UnreadableCodeException(AutoIdCode.UNKNOWN_KIND, Map.of("kind", kind));
        };
    }

    /** ScanDataEpc: PC, UId, XPC_W1, XPC_W2. */
    private static Content tag(StructureBody body) throws UnreadableCodeException {
        int word = 2;
        body.skip(word);
        Content tag = new Content.Tag(body.bytes());
        body.skip(2 * word);
        return tag;
    }

    private static Content custom(StructureBody body) throws UnreadableCodeException {
        int type = body.octet();
        return switch (type) {
            case VARIANT_STRING -> new Content.Text(body.text());
            case VARIANT_BYTE_STRING -> new Content.Octets(body.bytes());
            default ->
                throw new UnreadableCodeException(AutoIdCode.UNKNOWN_KIND, Map.of("kind", "Custom, type " + type));
        };
    }

    private boolean isOptical(ExtensionObject encoded) {
        return isIn(encoded, OPTICAL_SCAN_RESULT) || isIn(encoded, OPTICAL_VERIFIER_SCAN_RESULT);
    }

    private boolean isIn(ExtensionObject encoded, long number) {
        NodeId id = encoded.getEncodingOrTypeId();
        return id.getNamespaceIndex().intValue() == autoId
                && id.getIdentifier() instanceof UInteger found
                && found.longValue() == number;
    }

    private static Optional<String> symbology(StructureBody body, long mask) throws UnreadableCodeException {
        if ((mask & HAS_SYMBOLOGY) == 0) {
            return Optional.empty();
        }
        if ((mask & HAS_LOCATION) != 0) {
            skipLocation(body);
        }
        if ((mask & HAS_GRADE) != 0) {
            body.skip(FLOAT);
        }
        if ((mask & HAS_POSITION) != 0) {
            body.skip(POSITION);
        }
        return Optional.of(body.text()).filter(name -> !name.isBlank() && name.length() <= LONGEST_SYMBOLOGY);
    }

    private static void skipLocation(StructureBody body) throws UnreadableCodeException {
        long kind = body.uint32();
        switch ((int) kind) {
            case 0 -> body.skip(0);
            case 1, 4 -> body.bytes();
            case 2 -> body.skip(LOCAL_COORDINATE);
            case 3 -> skipWorldCoordinate(body);
            default -> throw new UnreadableCodeException(AutoIdCode.UNKNOWN_KIND, Map.of("kind", "Location " + kind));
        }
    }

    /** N/S Hemisphere, Latitude, E/W Hemisphere, Longitude, Altitude, Timestamp and what they are worth. */
    private static void skipWorldCoordinate(StructureBody body) throws UnreadableCodeException {
        body.bytes();
        body.skip(DOUBLE);
        body.bytes();
        body.skip(2 * DOUBLE + TIME + DOUBLE + 2 * INT32);
    }
}
