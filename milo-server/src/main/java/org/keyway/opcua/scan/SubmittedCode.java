package org.keyway.opcua.scan;

import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Scan;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.opcua.autoid.CodeScan;

/**
 * A code as a PLC hands it over, as strings only: characters that a string of a PLC can't hold are written in angle brackets.
 * The code types are those of OPC 30010.
 */
final class SubmittedCode {
    private static final Map<String, String> ESCAPES = Map.of(
            "<GS>", String.valueOf(LabelText.GS),
            "<RS>", String.valueOf(LabelText.RS),
            "<EOT>", String.valueOf(LabelText.EOT),
            "<FNC1>", String.valueOf(LabelText.GS));

    private SubmittedCode() {}

    /**
     * The scan.
     *
     * @param symbology an AIM identifier with or without its bracket, or a name; empty where it isn't known
     */
    static Scan scan(String codeType, String data, String symbology) {
        String text = data;
        for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
            text = text.replace(escape.getKey(), escape.getValue());
        }
        return text.isEmpty()
                ? new Scan(text, Optional.empty())
                : CodeScan.ofText(codeType, text, Optional.of(symbology).filter(name -> !name.isBlank()));
    }
}
