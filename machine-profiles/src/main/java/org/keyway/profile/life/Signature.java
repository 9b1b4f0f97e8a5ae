package org.keyway.profile.life;

import java.time.Instant;

/** Who did something, and when. */
public record Signature(String by, Instant at) {}
