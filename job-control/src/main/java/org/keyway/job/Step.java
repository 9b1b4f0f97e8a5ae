package org.keyway.job;

import java.time.Instant;

/** A state that a job reached, and when. */
public record Step(JobState state, Instant at) {}
