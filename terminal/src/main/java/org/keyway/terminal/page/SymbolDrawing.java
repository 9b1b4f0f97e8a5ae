package org.keyway.terminal.page;

/** Draws the symbol of a label. */
public interface SymbolDrawing {
    /**
     * The symbol as a complete SVG document.
     *
     * @throws IllegalArgumentException when the label's kind isn't known or its data doesn't fit the symbol
     */
    String svg(Label label);
}
