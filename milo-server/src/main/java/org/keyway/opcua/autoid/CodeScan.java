package org.keyway.opcua.autoid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.keyway.identifier.Scan;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;
import org.keyway.opcua.autoid.ReadCode.Content;

/**
 * A reader's code as a scan: its characters, and its AIM symbology identifier where that can be known.
 *
 * <p>Bytes are UTF-8 where they are well-formed UTF-8, and else ISO 8859-1: the first is what labels of today hold and is
 * hardly ever met by chance, the second is what the two-dimensional symbologies mean where nothing else is said (ISO/IEC
 * 16022, ISO/IEC 18004) and gives every byte a character of its own, so that nothing is lost. What tags hold is no text and
 * becomes hexadecimal digits.
 */
public final class CodeScan {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ENVELOPE = "[)>";
    private static final String BRACKET = "(";

    private CodeScan() {}

    static Scan of(ReadCode code) throws UnreadableCodeException {
        String text = text(code);
        if (text.isEmpty()) {
            throw new UnreadableCodeException(AutoIdCode.EMPTY, Map.of());
        }
        return ofText(code.codeType(), text, code.symbology());
    }

    /**
     * The scan of a code that came as characters, at least one.
     *
     * @param symbology the reader's own word for the kind of symbol, or an AIM identifier
     */
    public static Scan ofText(String codeType, String text, Optional<String> symbology) {
        if (Symbology.at(text).isPresent() || text.startsWith(ENVELOPE)) {
            // The identifier stands in front; or the data say themselves what they are, whatever they were wrapped
            // from.
            return Scan.of(text);
        }
        Optional<String> identifier = SymbologyName.identifier(symbology, codeType, text.length());
        boolean bareElements = codeType.equals("GS1") && identifier.isEmpty();
        return new Scan(bareElements ? withFnc1(text) : text, identifier);
    }

    /** A GS1 element string of an unknown symbology, as a reader sends it that doesn't tell: FNC1 in front is GS. */
    private static String withFnc1(String text) {
        boolean marked = text.charAt(0) == LabelText.GS || text.startsWith(BRACKET);
        return marked ? text : LabelText.GS + text;
    }

    private static String text(ReadCode code) {
        if (code.content() instanceof Content.Text text) {
            return text.text();
        }
        if (code.content() instanceof Content.Tag tag) {
            return HEX.formatHex(tag.uii().bytesOrEmpty());
        }
        ByteString bytes = ((Content.Octets) code.content()).bytes();
        boolean tag = code.codeType().equals("EPC") || code.codeType().equals("UID");
        return tag ? HEX.formatHex(bytes.bytesOrEmpty()) : decoded(bytes.bytesOrEmpty());
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
