package org.keyway.identifier.iso15434;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The titles of the data identifiers of ANSI MH10.8.2, from the resource beside this class. */
@Singleton
public final class DataIdentifiers {
    private static final String TABLE = "data-identifiers.tsv";
    private static final int MOST_DIGITS = 3;

    private final Map<String, String> titles = new HashMap<>();

    @Inject
    public DataIdentifiers() {
        try (InputStream in = DataIdentifiers.class.getResourceAsStream(TABLE)) {
            String text = new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        int dash = cells[0].indexOf('-');
        if (dash < 0) {
            titles.put(cells[0], cells[1]);
            return;
        }
        String letter = cells[0].substring(cells[0].length() - 1);
        int last = Integer.parseInt(cells[0].substring(dash + 1, cells[0].length() - 1));
        for (int number = Integer.parseInt(cells[0].substring(0, dash - 1)); number <= last; number++) {
            titles.put(number + letter, cells[1]);
        }
    }

    /** The title of an identifier of the standard. */
    public Optional<String> title(String id) {
        return Optional.ofNullable(titles.get(id));
    }

    /** The data identifier at the front of a field: up to three digits and a capital letter, in the standard or not. */
    public static Optional<String> leading(String field) {
        for (int i = 0; i < field.length() && i <= MOST_DIGITS; i++) {
            char c = field.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return Optional.of(field.substring(0, i + 1));
            }
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
