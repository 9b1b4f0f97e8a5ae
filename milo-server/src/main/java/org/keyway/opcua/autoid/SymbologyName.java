package org.keyway.opcua.autoid;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.scheme.Symbology;

/**
 * What readers call symbologies, as AIM identifiers (ISO/IEC 15424). OPC 30010 doesn't fix the names. An identifier says
 * more than most names: {@code ]d1} says that there is no FNC1. Where a name leaves that open there is no identifier, because
 * a wrong one would keep a GS1 label from being read as one.
 */
final class SymbologyName {
    private static final String GS1 = "GS1";

    /** Names that say that the data are GS1 element strings, without blanks and signs. */
    private static final Map<String, String> ELEMENT_STRINGS = Map.ofEntries(
            Map.entry("GS1DATAMATRIX", "]d2"),
            Map.entry("GS1QRCODE", "]Q3"),
            Map.entry("GS1QR", "]Q3"),
            Map.entry("GS1128", "]C1"),
            Map.entry("EAN128", "]C1"),
            Map.entry("UCCEAN128", "]C1"),
            Map.entry("GS1DOTCODE", "]J1"),
            Map.entry("GS1DATABAR", "]e0"));

    /** Names that say so together with the code type GS1. */
    private static final Map<String, String> CARRIERS = Map.ofEntries(
            Map.entry("DATAMATRIX", "]d2"),
            Map.entry("ECC200", "]d2"),
            Map.entry("DATAMATRIXECC200", "]d2"),
            Map.entry("QRCODE", "]Q3"),
            Map.entry("QR", "]Q3"),
            Map.entry("CODE128", "]C1"),
            Map.entry("DOTCODE", "]J1"),
            Map.entry("DATABAR", "]e0"));

    private static final int GTIN_13 = 13;
    private static final int GTIN_8 = 8;

    private SymbologyName() {}

    /** The identifier of what the reader named, where it can be known. */
    static Optional<String> identifier(Optional<String> name, String codeType, int length) {
        return name.flatMap(given -> stated(given).or(() -> named(given, codeType, length)));
    }

    /** The reader's word is an identifier, with or without its bracket. */
    private static Optional<String> stated(String name) {
        String written = name.strip();
        boolean bare = written.length() == 2 && Character.isDigit(written.charAt(1));
        String identifier = bare ? "]" + written : written;
        return identifier.length() == Symbology.LENGTH
                        && Symbology.at(identifier).isPresent()
                ? Optional.of(identifier)
                : Optional.empty();
    }

    private static Optional<String> named(String name, String codeType, int length) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (ELEMENT_STRINGS.containsKey(plain)) {
            return Optional.ofNullable(ELEMENT_STRINGS.get(plain));
        }
        if (plain.equals("EAN13") && length == GTIN_13) {
            return Optional.of("]E0");
        }
        if (plain.equals("EAN8") && length == GTIN_8) {
            return Optional.of("]E4");
        }
        return codeType.equals(GS1) ? Optional.ofNullable(CARRIERS.get(plain)) : Optional.empty();
    }
}
