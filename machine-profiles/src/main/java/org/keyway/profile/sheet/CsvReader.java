package org.keyway.profile.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads CSV (RFC 4180): UTF-8 with or without a byte order mark, lines that end in CR LF, LF or CR, cells that are parted by
 * comma, semicolon or tab, whichever the first line has most of outside of quotes.
 */
final class CsvReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int END = -1;

    private final CharBuffer text;
    private final SheetBounds bounds = new SheetBounds("");
    private final char separator;
    private int row = 1;
    private int column;

    CsvReader(byte[] bytes) throws SheetException {
        text = decoded(bytes);
        if (text.hasRemaining() && text.get(text.position()) == BYTE_ORDER_MARK) {
            text.get();
        }
        separator = separator();
    }

    private static CharBuffer decoded(byte[] bytes) throws SheetException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new SheetException(
                    new SheetFault("", 0, 0, SheetFault.Kind.CHARACTERS, Map.of("value", "not UTF-8")));
        }
    }

    private char separator() {
        int[] seen = new int[Character.MAX_VALUE + 1];
        boolean quoted = false;
        for (int i = text.position(); i < text.limit(); i++) {
            char next = text.get(i);
            quoted = next == '"' ? !quoted : quoted;
            if (!quoted && (next == '\n' || next == '\r')) {
                break;
            }
            seen[next] += quoted ? 0 : 1;
        }
        char most = seen[';'] > seen[','] ? ';' : ',';
        return seen['\t'] > seen[most] ? '\t' : most;
    }

    Sheet read() throws SheetException {
        int next = peek();
        while (next != END) {
            bounds.put(row, column, Sheet.Cell.of(next == '"' ? quoted() : plain()));
            next = behindCell();
        }
        bounds.endRow(row);
        return bounds.sheet();
    }

    private int peek() {
        return text.hasRemaining() ? text.get(text.position()) : END;
    }

    private int behindCell() throws SheetException {
        int next = peek();
        if (next == END) {
            return END;
        }
        text.get();
        if (next == separator) {
            column++;
            // A separator at the very end has an empty cell behind it, which is blank.
            return peek();
        }
        if (next == '\r' && peek() == '\n') {
            text.get();
        }
        bounds.endRow(row);
        row++;
        column = 0;
        return peek();
    }

    private String plain() throws SheetException {
        int start = text.position();
        while (text.hasRemaining() && !endsCell(text.get(text.position()))) {
            checked(text.get());
            checkLength(text.position() - start);
        }
        return slice(start, text.position());
    }

    private String slice(int start, int end) {
        CharBuffer all = text.duplicate();
        all.position(start).limit(end);
        return all.toString();
    }

    private boolean endsCell(char next) {
        return next == separator || next == '\n' || next == '\r';
    }

    private String quoted() throws SheetException {
        text.get();
        StringBuilder cell = new StringBuilder();
        while (text.hasRemaining()) {
            char next = checked(text.get());
            if (next != '"') {
                cell.append(next);
            } else if (peek() == '"') {
                cell.append(text.get());
            } else {
                return ended(cell.toString());
            }
            checkLength(cell.length());
        }
        throw fault(SheetFault.Kind.QUOTES, "no end");
    }

    private String ended(String cell) throws SheetException {
        int next = peek();
        if (next != END && !endsCell((char) next)) {
            throw fault(SheetFault.Kind.QUOTES, "text behind the end");
        }
        return cell;
    }

    private char checked(char next) throws SheetException {
        boolean control = Character.isISOControl(next) && next != '\t' && next != '\n' && next != '\r';
        if (control) {
            throw fault(SheetFault.Kind.CHARACTERS, "U+%04X".formatted((int) next));
        }
        return next;
    }

    private void checkLength(int length) throws SheetException {
        if (length > SheetBounds.LONGEST_CELL) {
            throw new SheetException(
                    SheetBounds.tooLarge("", row, column, "characters in a cell", SheetBounds.LONGEST_CELL));
        }
    }

    private SheetException fault(SheetFault.Kind kind, String value) {
        return new SheetException(new SheetFault("", row, column, kind, Map.of("value", value)));
    }
}
