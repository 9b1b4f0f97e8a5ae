package org.keyway.terminal.page;

import org.keyway.identifier.Message;

/**
 * A label to print and scan.
 *
 * @param id within the sheet; letters, digits, {@code -} and {@code _}
 * @param kind of symbol, such as {@code gs1-datamatrix}, {@code qr}, {@code datamatrix}, {@code code128}
 * @param symbology the AIM symbology identifier that a scanner sends for it
 * @param data what the symbol holds, without symbology identifier, control characters as they are
 * @param caption what it is
 * @param expect whether a scan at the station ends {@code good} or {@code bad}, after the other scans of the job if it
 *     needs several; {@code next} when the label only takes part in a job
 */
public record Label(
        String id, String station, String kind, String symbology, String data, Message caption, String expect) {
    public Label {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not a label id: " + id);
        }
    }
}
