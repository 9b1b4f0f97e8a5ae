package org.keyway.job;

import java.util.concurrent.CompletableFuture;

/**
 * What became of a scan request.
 *
 * @param job as it was when it was taken on, or the earlier job that this scan repeats
 * @param repeated whether this scan repeats an earlier one
 * @param atRest completes with the job once the operator has an answer; never completes exceptionally
 */
public record Submission(Job job, boolean repeated, CompletableFuture<Job> atRest) {}
