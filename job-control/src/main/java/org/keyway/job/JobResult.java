package org.keyway.job;

import java.util.Optional;

/**
 * What a machine reported when it had done a job.
 *
 * @param nominal what a measurement is judged against, where the profile names it
 * @param withinTolerance the verdict; empty when there is nothing to judge by
 */
public record JobResult(
        String name,
        Object value,
        String unit,
        String kind,
        Optional<Object> nominal,
        Optional<Boolean> withinTolerance) {}
