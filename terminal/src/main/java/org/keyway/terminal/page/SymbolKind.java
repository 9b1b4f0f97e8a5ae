package org.keyway.terminal.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.DataMatrix.ForceMode;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/** The kinds of symbol that labels can have, each with the quiet zone that its standard asks for or a wider one. */
enum SymbolKind {
    GS1_DATAMATRIX("gs1-datamatrix", 2),
    GS1_DIGITAL_LINK_QR("gs1-digital-link-qr", 4),
    HANDLE_QR("handle-qr", 4),
    QR("qr", 4),
    ISO15434_DATAMATRIX("iso15434-datamatrix", 2),
    DATAMATRIX("datamatrix", 2),
    CODE128("code128", 10);

    private static final int UTF_8 = 26;

    private final String written;
    private final int quietZone;

    SymbolKind(String written, int quietZone) {
        this.written = written;
        this.quietZone = quietZone;
    }

    static SymbolKind of(String written) {
        return Arrays.stream(values())
                .filter(kind -> kind.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of symbol: " + written));
    }

    /** In modules, on every side. */
    int quietZone() {
        return quietZone;
    }

    /**
     * Encodes the data.
     *
     * @throws IllegalArgumentException or the library's own exception when the data doesn't fit
     */
    Symbol symbol(String data) {
        return switch (this) {
            case GS1_DATAMATRIX -> gs1DataMatrix(data);
            case GS1_DIGITAL_LINK_QR, HANDLE_QR, QR -> qr(data);
            case ISO15434_DATAMATRIX, DATAMATRIX -> dataMatrix(data);
            case CODE128 -> code128(data);
        };
    }

    private static Symbol gs1DataMatrix(String data) {
        Gs1DataMatrix symbol = new Gs1DataMatrix();
        symbol.setForceMode(ForceMode.SQUARE);
        symbol.setElementString(data);
        return symbol;
    }

    private static Symbol dataMatrix(String data) {
        DataMatrix symbol = new DataMatrix();
        symbol.setForceMode(ForceMode.SQUARE);
        return encoded(symbol, data);
    }

    private static Symbol qr(String data) {
        QrCode symbol = new QrCode();
        symbol.setForceByteCompaction(true);
        symbol.setPreferredEccLevel(QrCode.EccLevel.M);
        return encoded(symbol, data);
    }

    private static Symbol encoded(Symbol symbol, String data) {
        // Without it, what isn't ASCII would be read in whatever encoding the scanner takes for its own.
        if (!isAscii(data)) {
            symbol.setEciMode(UTF_8);
        }
        symbol.setContent(data);
        return symbol;
    }

    private static Symbol code128(String data) {
        if (!isAscii(data)) {
            throw new IllegalArgumentException("Code 128 holds ASCII only");
        }
        Code128 symbol = new Code128();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(data);
        return symbol;
    }

    private static boolean isAscii(String data) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(data);
    }
}
