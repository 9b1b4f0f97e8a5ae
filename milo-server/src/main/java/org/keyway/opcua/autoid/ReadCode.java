package org.keyway.opcua.autoid;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;

/**
 * One code as a reader sent it (ScanResult, OPC 30010).
 *
 * @param codeType such as {@code GS1}, {@code RAW:STRING} or {@code CUSTOM:…}
 * @param symbology the reader's own word for the kind of symbol
 */
record ReadCode(String codeType, Content content, Optional<String> symbology) {
    /** The switch of the union ScanData, with what it stands before. */
    sealed interface Content {
        /** Characters. */
        record Text(String text) implements Content {}

        /** Bytes, of which only the code type says what they are. */
        record Octets(ByteString bytes) implements Content {}

        /** The UII of a tag: what its bank 01 holds behind the protocol control word. */
        record Tag(ByteString uii) implements Content {}
    }
}
