package org.keyway.profile.workshopfile;

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
     */
    record Scalar(int line, Object value) implements Node {}

    record Empty(int line) implements Node {}
}
