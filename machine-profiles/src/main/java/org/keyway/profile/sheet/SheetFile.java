package org.keyway.profile.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads files with tables. Never throws for what is in a file. */
public final class SheetFile {
    /** No file is larger, in bytes. */
    public static final int MOST_BYTES = 10_000_000;

    private SheetFile() {}

    /** How a table is kept in a file. */
    public enum Format {
        CSV("csv", "text/csv; charset=utf-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        /** How names of such files end, without the point. */
        public String extension() {
            return extension;
        }

        /** The media type (RFC 7111; IANA). */
        public String mediaType() {
            return mediaType;
        }

        /** The format of a file of this name. */
        public static Optional<Format> ofName(String file) {
            String lower = file.toLowerCase(Locale.ROOT);
            return List.of(values()).stream()
                    .filter(format -> lower.endsWith("." + format.extension))
                    .findFirst();
        }

        /** The format of a media type, with or without parameters. */
        public static Optional<Format> ofMediaType(String type) {
            String bare = bare(type);
            return List.of(values()).stream()
                    .filter(format -> bare(format.mediaType).equals(bare))
                    .findFirst();
        }

        private static String bare(String type) {
            return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is in a file.
     *
     * @param faults what can't be read, by sheet and cell; after one that ends the reading, {@code sheets} is empty
     */
    public record Content(List<Sheet> sheets, List<SheetFault> faults) {
        public Content {
            sheets = List.copyOf(sheets);
            faults = List.copyOf(faults);
        }
    }

    /** Reads a file. */
    public static Content read(Format format, byte[] bytes) {
        List<SheetFault> faults = new ArrayList<>();
        try {
            if (bytes.length > MOST_BYTES) {
                throw new SheetException(SheetBounds.tooLarge("", 0, 0, "bytes", MOST_BYTES));
            }
            List<Sheet> sheets =
                    format == Format.CSV ? List.of(new CsvReader(bytes).read()) : new XlsxReader(bytes, faults).read();
            return new Content(sheets, faults);
        } catch (SheetException e) {
            faults.add(e.fault());
            return new Content(List.of(), faults);
        }
    }
}
