package org.keyway.terminal.set;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.MatchResult;
import org.keyway.profile.coverage.CoverageCell;
import org.keyway.profile.coverage.CoverageStatus;
import org.keyway.terminal.api.MatchJson.MissingJson;
import org.keyway.terminal.api.MatchJson.ValueJson;
import org.keyway.terminal.api.ProblemView;
import org.keyway.terminal.api.Times;

/** How it stands with products on machines, as JSON. */
final class CoverageJson {
    private CoverageJson() {}

    /** How many cells there are of each status; {@code open} of them may be otherwise by attributes that labels bring. */
    record SummaryJson(String at, Map<CoverageStatus, Long> cells, long open) {}

    /** Some cells; {@code next} is what to send as {@code from}. */
    record CellsJson(
            List<CellJson> items, long total, @Nullable Long next) {}

    /** One product, or variant of it, in one operation on one machine. */
    record CellJson(
            String product,
            @Nullable String variant,
            String machine,
            String operation,
            CoverageStatus status,
            @Nullable String lostAt,
            List<String> parameters,
            List<String> dependsOn) {
        static CellJson of(CoverageCell cell) {
            return new CellJson(
                    cell.product(),
                    cell.variant().orElse(null),
                    cell.machine(),
                    cell.operation(),
                    cell.status(),
                    cell.lostAt().map(Times::text).orElse(null),
                    cell.parameters(),
                    cell.dependsOn());
        }
    }

    /** The match of a cell with its whole derivation. */
    record ExplanationJson(
            boolean matched, List<ValueJson> values, List<MissingJson> missing, List<ProblemView> rejections) {
        static ExplanationJson of(MatchResult result, String machine) {
            return new ExplanationJson(
                    result instanceof MatchResult.Matched,
                    result.values().stream()
                            .map(value -> ValueJson.of(value, machine))
                            .toList(),
                    result.missing().stream().map(MissingJson::of).toList(),
                    CoverageJson.rejections(result));
        }
    }

    static List<ProblemView> rejections(MatchResult result) {
        return result instanceof MatchResult.Unmatched unmatched
                ? unmatched.rejections().stream().map(ProblemView::of).toList()
                : List.of();
    }
}
