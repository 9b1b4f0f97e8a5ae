package org.keyway.profile.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of a workbook (ECMA-376 Part 2) that a table is read from, unpacked once with every byte counted, those of the
 * parts that nobody wants as well.
 */
final class XlsxPackage {
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_UNPACKED = 100_000_000;
    private static final int PORTION = 8192;

    private final Map<String, byte[]> parts = new HashMap<>();
    private int unpacked;

    XlsxPackage(byte[] packed) throws SheetException {
        try {
            Path file = Files.createTempFile("keyway", ".xlsx");
            try {
                Files.write(file, packed);
                unpack(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw SheetException.unreadable("not a workbook");
        }
    }

    /** By the directory of the file: what stands between its entries is nothing to anybody. */
    private void unpack(Path file) throws IOException, SheetException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new SheetException(SheetBounds.tooLarge("", 0, 0, "parts", MOST_ENTRIES));
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    take(entry.getName(), content);
                }
            }
        }
    }

    private void take(String name, InputStream content) throws IOException, SheetException {
        boolean wanted = name.endsWith(".xml") || name.endsWith(".rels");
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] portion = new byte[PORTION];
        for (int read = content.read(portion); read >= 0; read = content.read(portion)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED) {
                throw new SheetException(SheetBounds.tooLarge("", 0, 0, "bytes unpacked", MOST_UNPACKED));
            }
            if (wanted) {
                kept.write(portion, 0, read);
            }
        }
        // A part that is there twice says two things: which one a program shows is anyone's guess.
        if (wanted && parts.put(canonical(name), kept.toByteArray()) != null) {
            throw SheetException.unreadable("twice in the workbook: " + canonical(name));
        }
    }

    /** Names of parts are told apart without case (ECMA-376 Part 2, 6.2.2.3). */
    private static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") ? lower.substring(1) : lower;
    }

    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(canonical(name)));
    }
}
