package org.keyway.profile.life;

import java.time.Instant;

/** What somebody said about a version. */
public record SetComment(Instant at, String by, String text) {}
