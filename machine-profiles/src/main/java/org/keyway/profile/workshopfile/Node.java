package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A piece of YAML that was read, and knows its line, or is to be written. */
sealed interface Node {
    /** The line it begins on, from 1; 0 when it wasn't read. */
    int line();

    record Mapping(int line, Map<String, Node> entries) implements Node {}

    record Sequence(int line, List<Node> items) implements Node {}

    /**
     * A scalar.
     *
     * @param value a {@code String}, {@code BigDecimal} or {@code Boolean}
     * @param text as it was written, for where it is a name: {@code 1E5} and {@code 1.10} are not 100000 and 1.1 then
     */
    record Scalar(int line, Object value, String text) implements Node {
        /** A scalar of which only the value is known. */
        Scalar(int line, Object value) {
            this(line, value, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    record Empty(int line) implements Node {}
}
