package org.keyway.terminal.page;

/** Draws the symbol of a label. */
public interface SymbolDrawing {
    /**
     * The symbol as a complete SVG document.
     *
     * @throws IllegalArgumentException when the label's data doesn't fit its symbol
     */
    String svg(Label label);
}
