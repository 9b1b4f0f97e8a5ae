package org.keyway.identifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a scan: read and naming a product, refused, or readable in two ways. */
public sealed interface Identification {
    /** The usable readings; a product counts as found when the registry knows that of exactly one of them, or only one product. */
    List<Reading> candidates();

    /**
     * The label names a product; its reading's {@code product} is present.
     *
     * @param alternatives usable readings that only what the registry knows can rule out: the label's structure may have
     *     come about by chance (a check digit that happens to be right). Whoever resolves asks for these products too, and
     *     takes none when more than one is known
     */
    record Identified(Reading reading, List<Reading> alternatives) implements Identification {
        public Identified {
            alternatives = List.copyOf(alternatives);
        }

        /** A reading beside which there is no other. */
        public Identified(Reading reading) {
            this(reading, List.of());
        }

        @Override
        public List<Reading> candidates() {
            return Stream.concat(Stream.of(reading), alternatives.stream()).toList();
        }
    }

    /**
     * No product can be taken from the label; the reading's issues say why, at least one of them an error.
     *
     * @param alternatives usable readings, as beside {@link Identified}: what looks like a damaged label of one scheme may
     *     be a sound code of the site's own
     */
    record Rejected(Reading reading, List<Reading> alternatives) implements Identification {
        public Rejected {
            alternatives = List.copyOf(alternatives);
        }

        /** A refusal beside which there is no other reading. */
        public Rejected(Reading reading) {
            this(reading, List.of());
        }

        /** The refusal of a scan that no scheme was asked about. */
        public static Rejected unread(Scan scan, Optional<String> symbology, List<Issue> issues) {
            return new Rejected(new Reading(
                    scan.data(),
                    symbology,
                    "plain",
                    false,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    issues));
        }

        @Override
        public List<Reading> candidates() {
            return alternatives;
        }
    }

    /** Two schemes of equal strength read it differently; never decided by a guess. */
    record Ambiguous(List<Reading> readings) implements Identification {
        public Ambiguous {
            readings = List.copyOf(readings);
        }

        @Override
        public List<Reading> candidates() {
            return readings;
        }
    }
}
