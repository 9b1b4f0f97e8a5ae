package org.keyway.opcua.scan;

import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Scan;
import org.keyway.identifier.scheme.LabelText;

/**
 * A code as a PLC hands it over, as strings only: characters that a string of a PLC can't hold are written in angle brackets.
 * The code types are those of OPC 30010.
 */
final class SubmittedCode {
    private static final String GS1 = "GS1";
    private static final String ENVELOPE = "[)>";
    private static final char BRACKET = ']';

    private static final Map<String, String> ESCAPES = Map.of(
            "<GS>", String.valueOf(LabelText.GS),
            "<RS>", String.valueOf(LabelText.RS),
            "<EOT>", String.valueOf(LabelText.EOT),
            "<FNC1>", String.valueOf(LabelText.GS));

    private SubmittedCode() {}

    /**
     * The scan.
     *
     * @param symbology an AIM identifier, with or without its bracket; empty where it isn't known
     */
    static Scan scan(String codeType, String data, String symbology) {
        String text = data;
        for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
            text = text.replace(escape.getKey(), escape.getValue());
        }
        if (!symbology.isBlank()) {
            String identifier = symbology.charAt(0) == BRACKET ? symbology : BRACKET + symbology;
            return new Scan(text, Optional.of(identifier));
        }
        boolean elements = codeType.equals(GS1)
                && !text.startsWith(ENVELOPE)
                && !text.isEmpty()
                && text.charAt(0) != BRACKET
                && text.charAt(0) != LabelText.GS;
        return new Scan(elements ? LabelText.GS + text : text, Optional.empty());
    }
}
