package org.keyway.identifier.gs1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of GS1 application identifiers: the built-in one, or that of a GS1 Barcode Syntax Dictionary. Immutable. */
public final class ApplicationIdentifiers {
    private static final String TABLE = "application-identifiers.tsv";
    private static final int SHORTEST_ID = 2;
    private static final int LONGEST_ID = 4;

    private final DictionarySource source;
    private final Map<String, ApplicationIdentifier> byId = new LinkedHashMap<>();
    // Indexed by length and number, so that reading a label needs no substring to look an identifier up.
    private final @Nullable ApplicationIdentifier[][] byNumber =
            new ApplicationIdentifier[][] {{}, {}, new ApplicationIdentifier[100], {}, {}};
    private final int[] lengthByFirstTwo = new int[100];

    /** The built-in table, from the resource beside this class. */
    public ApplicationIdentifiers() {
        this(table());
    }

    private ApplicationIdentifiers(List<String> lines) {
        this(
                new DictionarySource("built-in", DictionarySource.release(lines), List.of()),
                lines.stream()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> TableLine.read(line).stream())
                        .toList());
    }

    ApplicationIdentifiers(DictionarySource source, List<ApplicationIdentifier> identifiers) {
        this.source = source;
        byNumber[3] = new ApplicationIdentifier[1_000];
        byNumber[LONGEST_ID] = new ApplicationIdentifier[10_000];
        identifiers.forEach(this::add);
    }

    /**
     * The table of a dictionary in GS1's own syntax. A linter that is unknown here is left out with a warning.
     *
     * @param name what to call the text
     * @throws IllegalArgumentException naming the line that is malformed
     */
    public static ApplicationIdentifiers ofDictionary(String name, String text) {
        return SyntaxDictionary.read(name, text);
    }

    private void add(ApplicationIdentifier identifier) {
        String id = identifier.id();
        int firstTwo = Integer.parseInt(id.substring(0, SHORTEST_ID));
        int known = lengthByFirstTwo[firstTwo];
        if (byId.put(id, identifier) != null || (known != 0 && known != id.length())) {
            throw new IllegalArgumentException("application identifier " + id + " clashes with another");
        }
        lengthByFirstTwo[firstTwo] = id.length();
        byNumber[id.length()][Integer.parseInt(id)] = identifier;
    }

    private static List<String> table() {
        try (InputStream in = ApplicationIdentifiers.class.getResourceAsStream(TABLE)) {
            byte[] text = Objects.requireNonNull(in, TABLE).readAllBytes();
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the table comes from, and of which day it is. */
    public DictionarySource source() {
        return source;
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
        return Optional.ofNullable(known(text, from));
    }

    /** The same as {@link #at}, for the reader that asks for every element. */
    @Nullable ApplicationIdentifier known(String text, int from) {
        int firstTwo = number(text, from, SHORTEST_ID);
        int length = firstTwo < 0 ? 0 : lengthByFirstTwo[firstTwo];
        int number = length == 0 ? -1 : number(text, from, length);
        return number < 0 ? null : byNumber[length][number];
    }

    /** The number that so many digits make, or -1 when they are not all there. */
    private static int number(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
