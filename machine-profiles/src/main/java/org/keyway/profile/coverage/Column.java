package org.keyway.profile.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.Rejection;
import org.keyway.profile.matching.CaseVerdict;
import org.keyway.profile.matching.SetReach.Place;
import org.keyway.profile.matching.WorkshopView;

/** The cells of one operation on one machine: a byte each, and dates only for those that have some. */
final class Column {
    private static final List<CoverageStatus> STATUSES = List.of(CoverageStatus.values());
    private static final byte OPEN = 0x40;

    private final Place place;
    private final byte[] cells;
    private final Map<Integer, Dates> dates = new HashMap<>();

    Column(Place place, int lines) {
        this.place = place;
        this.cells = new byte[lines];
    }

    private record Dates(Optional<Instant> next, Optional<Instant> lostAt, boolean counted) {
        boolean isDue(Instant now) {
            return counted || next.filter(date -> !date.isAfter(now)).isPresent();
        }
    }

    Place place() {
        return place;
    }

    /** Judges some of the cells; how many. */
    int judge(WorkshopView view, List<ProductLine> lines, Instant now, IntPredicate wanted) {
        int judged = 0;
        for (int line = 0; line < cells.length; line++) {
            if (wanted.test(line)) {
                keep(line, verdict(view, lines.get(line), now, false));
                judged++;
            }
        }
        return judged;
    }

    /** Those whose verdict held until a date that is past, or may have changed with a part. */
    boolean isDue(int line, Instant now) {
        Dates known = dates.get(line);
        return known != null && known.isDue(now);
    }

    boolean anyDue(Instant now) {
        return dates.values().stream().anyMatch(known -> known.isDue(now));
    }

    CaseVerdict verdict(WorkshopView view, ProductLine line, Instant now, boolean derived) {
        return view.verdict(new MatchRequest(line.identity(), place.machine(), place.operation(), now), derived);
    }

    private void keep(int line, CaseVerdict verdict) {
        byte status = (byte) STATUSES.indexOf(status(verdict));
        cells[line] = verdict.open().isEmpty() ? status : (byte) (status | OPEN);
        if (verdict.next().isPresent() || verdict.counted()) {
            dates.put(line, new Dates(verdict.next(), verdict.lostAt(), verdict.counted()));
        } else {
            dates.remove(line);
        }
    }

    static CoverageStatus status(CaseVerdict verdict) {
        if (verdict.isMatched()) {
            return CoverageStatus.MATCHED;
        }
        if (!verdict.covered()) {
            return CoverageStatus.GAP;
        }
        List<String> codes = verdict.result().map(MatchResult.Unmatched.class::cast).stream()
                .flatMap(unmatched -> unmatched.rejections().stream())
                .map(Rejection::code)
                .toList();
        if (codes.contains("KW-MATCH-003")) {
            return CoverageStatus.AMBIGUOUS;
        }
        return codes.contains("KW-MATCH-004") ? CoverageStatus.MISSING : CoverageStatus.LIMIT;
    }

    boolean isOpen(int line) {
        return (cells[line] & OPEN) != 0;
    }

    CoverageStatus status(int line, Instant now, Duration expiringWithin) {
        CoverageStatus status = STATUSES.get(cells[line] & ~OPEN);
        return status == CoverageStatus.MATCHED
                        && lostAt(line)
                                .filter(date -> !date.isAfter(now.plus(expiringWithin)))
                                .isPresent()
                ? CoverageStatus.EXPIRING
                : status;
    }

    private Optional<Instant> lostAt(int line) {
        Dates known = dates.get(line);
        return known == null ? Optional.empty() : known.lostAt();
    }
}
