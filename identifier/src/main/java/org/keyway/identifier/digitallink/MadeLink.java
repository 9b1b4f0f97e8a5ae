package org.keyway.identifier.digitallink;

import org.keyway.identifier.Issue;

/** What became of the wish to write elements as a Digital Link. */
public sealed interface MadeLink {
    /** The elements as a web address. */
    record Link(String uri) implements MadeLink {}

    /** There is no such address, because of this. */
    record Refused(Issue issue) implements MadeLink {}
}
