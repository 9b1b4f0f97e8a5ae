package org.keyway.identifier;

import java.util.List;

/** What became of a scan: read and naming a product, refused, or readable in two ways. */
public sealed interface Identification {
    /** The label names a product; its reading's {@code product} is present. */
    record Identified(Reading reading) implements Identification {}

    /** No product can be taken from the label; the reading's issues say why, at least one of them an error. */
    record Rejected(Reading reading) implements Identification {}

    /** Two schemes of equal strength read it differently; never decided by a guess. */
    record Ambiguous(List<Reading> readings) implements Identification {
        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }
}
