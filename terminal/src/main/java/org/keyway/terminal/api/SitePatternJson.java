package org.keyway.terminal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.pattern.PatternExample;
import org.keyway.identifier.pattern.SitePattern;
import org.keyway.identifier.pattern.SitePattern.Acceptance;
import org.keyway.terminal.api.ReadingJson.IssueJson;

/**
 * A pattern of the site.
 *
 * @param origin whether it stands in the configuration file, where alone it can be changed, or was accepted
 * @param version of an accepted pattern, for {@code If-Match}
 * @param tests what it reads of each of its test codes
 * @param fault why it is out of force, when it is
 */
public record SitePatternJson(
        String name,
        String origin,
        @Nullable Long version,
        @Nullable String acceptedAt,
        List<PatternExample> tests,
        @Nullable IssueJson fault,
        PatternJson pattern) {
    static SitePatternJson of(SitePattern pattern) {
        return new SitePatternJson(
                pattern.name(),
                pattern.acceptance().isPresent() ? "accepted" : "configuration",
                pattern.acceptance().map(Acceptance::version).orElse(null),
                pattern.acceptance().map(Acceptance::at).map(Times::text).orElse(null),
                pattern.readings(),
                pattern.fault().map(IssueJson::of).orElse(null),
                PatternJson.of(pattern.definition()));
    }
}
