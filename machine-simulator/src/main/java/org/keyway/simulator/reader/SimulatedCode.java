package org.keyway.simulator.reader;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;

/**
 * A code that a simulated reader reads.
 *
 * @param codeType such as {@code RAW:STRING} (OPC 30010 CodeTypeDataType)
 * @param data a {@code String} or a {@code ByteString}
 * @param tag whether the data are what a tag holds, and told as ScanDataEpc
 * @param symbology the reader's name for the symbology, where it tells one
 */
public record SimulatedCode(String codeType, Object data, boolean tag, Optional<String> symbology) {
    /** A code of characters. */
    public static SimulatedCode text(String codeType, String text) {
        return new SimulatedCode(codeType, text, false, Optional.empty());
    }

    /** A code of bytes. */
    public static SimulatedCode bytes(String codeType, byte[] bytes) {
        return new SimulatedCode(codeType, ByteString.of(bytes.clone()), false, Optional.empty());
    }

    /** A tag's UII. */
    public static SimulatedCode tag(byte[] uii) {
        return new SimulatedCode("EPC", ByteString.of(uii.clone()), true, Optional.empty());
    }

    /** The same, with the symbology told. */
    public SimulatedCode of(String name) {
        return new SimulatedCode(codeType, data, tag, Optional.of(name));
    }
}
