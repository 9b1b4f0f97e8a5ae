package org.keyway.identifier.resolution.source;

import java.util.Set;

/** How one kind of service is asked; bound by the name of the kind. Holds nothing, and never throws for an answer. */
public interface SourceProtocol {
    /** The kinds of keys that such a service is asked about where its configuration says nothing. */
    Set<String> kinds();

    /** Asks; returns when there is an answer, or the deadline has passed. */
    SourceAnswer ask(Question question, SourceClient client, Deadline deadline);
}
