package org.keyway.terminal.page;

import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/** Writes a symbol as SVG: one module is one unit, so that it stays sharp at any size; no text, so that nothing needs escaping. */
final class SymbolSvg {
    private SymbolSvg() {}

    static String of(Symbol symbol, int quietZone) {
        // One path for all modules: no hairlines where they touch.
        StringBuilder path = new StringBuilder();
        int width = 0;
        int height = 0;
        for (Rectangle bar : symbol.getRectangles()) {
            int x = (int) bar.x;
            int y = (int) bar.y;
            int across = (int) bar.width;
            int down = (int) bar.height;
            path.append('M').append(x + quietZone).append(' ').append(y + quietZone);
            path.append('h')
                    .append(across)
                    .append('v')
                    .append(down)
                    .append('h')
                    .append(-across)
                    .append('z');
            width = Math.max(width, x + across);
            height = Math.max(height, y + down);
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">
                <rect width="%1$d" height="%2$d" fill="#fff"/><path fill="#000" d="%3$s"/>
                </svg>
                """.formatted(width + 2 * quietZone, height + 2 * quietZone, path);
    }
}
