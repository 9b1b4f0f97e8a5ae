package org.keyway.identifier.gs1;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of GS1 application identifiers, from the resource beside this class. */
@Singleton
public final class ApplicationIdentifiers {
    private static final String TABLE = "application-identifiers.tsv";

    private final Map<String, ApplicationIdentifier> byId = new LinkedHashMap<>();
    // Indexed by length and number, so that reading a label needs no substring to look an identifier up.
    private final @Nullable ApplicationIdentifier[][] byNumber = new ApplicationIdentifier[5][];
    private final int[] lengthByFirstTwo = new int[100];

    @Inject
    public ApplicationIdentifiers() {
        for (int length = 2; length <= 4; length++) {
            byNumber[length] = new ApplicationIdentifier[(int) Math.pow(10, length)];
        }
        for (String line : table()) {
            TableLine.read(line).forEach(this::add);
        }
    }

    private void add(ApplicationIdentifier identifier) {
        String id = identifier.id();
        int firstTwo = Integer.parseInt(id.substring(0, 2));
        int known = lengthByFirstTwo[firstTwo];
        if (byId.put(id, identifier) != null || (known != 0 && known != id.length())) {
            throw new IllegalStateException("application identifier " + id + " clashes with another");
        }
        lengthByFirstTwo[firstTwo] = id.length();
        Objects.requireNonNull(byNumber[id.length()])[Integer.parseInt(id)] = identifier;
    }

    private static List<String> table() {
        try (InputStream in = ApplicationIdentifiers.class.getResourceAsStream(TABLE)) {
            String text = new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            text.lines().filter(line -> !line.startsWith("#")).forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every identifier, in the order of the table. */
    public Collection<ApplicationIdentifier> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** The identifier with this number, such as {@code 01}. */
    public Optional<ApplicationIdentifier> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The identifier that stands at a place of the text; its length follows from its first two digits. */
    public Optional<ApplicationIdentifier> at(String text, int from) {
        if (from + 2 > text.length() || Alphabet.DIGITS.firstStranger(text, from, from + 2) >= 0) {
            return Optional.empty();
        }
        int length = lengthByFirstTwo[Integer.parseInt(text, from, from + 2, 10)];
        if (length == 0
                || from + length > text.length()
                || Alphabet.DIGITS.firstStranger(text, from, from + length) >= 0) {
            return Optional.empty();
        }
        @Nullable ApplicationIdentifier[] row = byNumber[length];
        return Optional.ofNullable(row == null ? null : row[Integer.parseInt(text, from, from + length, 10)]);
    }
}
