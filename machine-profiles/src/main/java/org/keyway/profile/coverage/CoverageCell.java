package org.keyway.profile.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One product, or one of its variants, in one operation on one machine.
 *
 * @param lostAt when it will no longer be matched, if the sets stay as they are
 * @param parameters those that are the trouble
 * @param dependsOn attributes that sets have conditions on and that neither registry nor variant gives: with them the
 *     answer may be another
 */
public record CoverageCell(
        String product,
        Optional<String> variant,
        String machine,
        String operation,
        CoverageStatus status,
        Optional<Instant> lostAt,
        List<String> parameters,
        List<String> dependsOn) {}
