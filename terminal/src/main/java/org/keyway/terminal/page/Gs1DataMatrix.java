package org.keyway.terminal.page;

import uk.org.okapibarcode.backend.DataMatrix;

/**
 * A GS1 DataMatrix: FNC1 in first position and between elements (GS1 General Specifications 5.6.2). The library accepts GS1
 * data in brackets only, and only what it believes conformant; a label that is wrong on purpose must be drawable too.
 */
final class Gs1DataMatrix extends DataMatrix {
    private static final char SEPARATOR = 0x1D;
    private static final String FNC1 = "\\<FNC1>";

    /** Draws an element string without brackets. */
    void setElementString(String data) {
        if (!data.matches("[\\x20-\\x7E\\x1D]+")) {
            throw new IllegalArgumentException("an element string holds ASCII and GS only");
        }
        setContent(data.replace(String.valueOf(SEPARATOR), FNC1));
    }

    @Override
    protected void encode() {
        inputDataType = DataType.GS1;
        super.encode();
    }
}
