package org.keyway.job;

import java.util.List;
import java.util.Optional;

/** The jobs on record. */
public interface Jobs {
    Optional<Job> find(String id);

    /** The job that a request began or added a scan to. */
    Optional<Job> findByRequest(String requestId);

    List<Job> search(JobQuery query);

    /** Whether this serial number of the product was taken by the machine in this operation before. */
    boolean machined(String product, String serial, String machine, String operation);

    /** Jobs of a machine that an interruption left behind, or that ended with the release flag unknown; oldest first. */
    List<Job> unsettled(String machine);

    /** Jobs that an interruption left behind while they waited for further scans, oldest first; no machine knows them. */
    List<Job> halfCollected();
}
