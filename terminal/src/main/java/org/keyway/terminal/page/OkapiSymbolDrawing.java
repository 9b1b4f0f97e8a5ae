package org.keyway.terminal.page;

import jakarta.inject.Inject;
import uk.org.okapibarcode.backend.OkapiException;

/** Draws symbols with the okapibarcode library. */
final class OkapiSymbolDrawing implements SymbolDrawing {
    /** What the library would take for a function character instead of for the text that it is. */
    private static final String FUNCTION_CHARACTER = "\\<FNC";

    @Inject
    OkapiSymbolDrawing() {}

    @Override
    public String svg(Label label) {
        SymbolKind kind = SymbolKind.of(label.kind());
        if (label.data().isEmpty() || label.data().contains(FUNCTION_CHARACTER)) {
            throw new IllegalArgumentException("data that no symbol can hold: " + label.id());
        }
        try {
            return SymbolSvg.of(kind.symbol(label.data()), kind.quietZone());
        } catch (OkapiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
