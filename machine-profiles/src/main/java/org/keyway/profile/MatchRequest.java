package org.keyway.profile;

import java.time.Instant;
import org.keyway.identifier.ProductIdentity;

/** One case to match: this identity on this machine in this operation, at this time. */
public record MatchRequest(ProductIdentity identity, String machine, String operation, Instant at) {}
