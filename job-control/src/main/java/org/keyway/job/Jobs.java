package org.keyway.job;

import java.util.List;
import java.util.Optional;

/** The jobs on record. */
public interface Jobs {
    Optional<Job> find(String id);

    List<Job> search(JobQuery query);
}
