package org.keyway.job;

import java.util.Optional;

/** Whether one part of the application can do its work now; bound in a set. Answers at once, from what is known. */
public interface HealthCheck {
    /** The part's name, such as {@code database}. */
    String name();

    /** What is wrong, in a few words without secrets; empty when nothing is. */
    Optional<String> fault();
}
