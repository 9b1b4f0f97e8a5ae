package org.keyway.opcua.autoid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyway.job.Problem;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.job.reader.ReaderStatus.Counts;
import org.keyway.job.reader.ReaderStatus.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of one reader, and what the log is told of it: what stands once, what recurs once a minute at the most. */
final class ReaderRecord {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderRecord.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final String station;
    private final String reader;
    private final Consumer<ReaderStatus> news;
    private final Clock clock;
    private final Map<AutoIdCode, Instant> told = new EnumMap<>(AutoIdCode.class);

    private Feed feed = Feed.OFFLINE;
    private Instant since;
    private Optional<Problem> problem = Optional.empty();
    private long taken;
    private long repeated;
    private long ignored;
    private long refused;
    private long dropped;

    ReaderRecord(String station, String reader, Consumer<ReaderStatus> news, Clock clock) {
        this.station = station;
        this.reader = reader;
        this.news = news;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Codes come from now on. */
    synchronized void online(Feed now) {
        LOG.info("reader {} of station {} is connected: {}", reader, station, now);
        change(now);
        problem = Optional.empty();
        told.clear();
        news.accept(status());
    }

    /** No codes come, for this reason. */
    synchronized void offline(AutoIdCode code, Map<String, ?> facts) {
        Problem now = code.problem(station, reader, facts);
        boolean known = feed == Feed.OFFLINE
                && problem.map(Problem::code).filter(code.code()::equals).isPresent();
        change(Feed.OFFLINE);
        problem = Optional.of(now);
        if (!known) {
            LOG.warn("{} {}", code.code(), now.message().en());
            news.accept(status());
        }
    }

    private void change(Feed now) {
        if (feed != now) {
            feed = now;
            since = clock.instant();
        }
    }

    /** Something went wrong; codes come none the less. */
    synchronized void trouble(AutoIdCode code, Map<String, ?> facts) {
        Problem now = code.problem(station, reader, facts);
        problem = Optional.of(now);
        Instant last = told.get(code);
        if (last == null || !clock.instant().isBefore(last.plus(BETWEEN_LINES))) {
            told.put(code, clock.instant());
            LOG.warn("{} {}", code.code(), now.message().en());
        }
    }

    /** A code became a job, or a further scan of one, or is an earlier one again. */
    synchronized void taken(boolean again) {
        problem = Optional.empty();
        if (again) {
            repeated++;
        } else {
            taken++;
        }
    }

    synchronized void repeated() {
        repeated++;
    }

    synchronized void ignored() {
        ignored++;
    }

    synchronized void refused(UnreadableCodeException cause) {
        refused++;
        trouble(cause.code(), cause.facts());
    }

    synchronized void dropped() {
        dropped++;
        trouble(AutoIdCode.TOO_FAST, Map.of("limit", CodeGate.PER_SECOND, "count", dropped));
    }

    synchronized ReaderStatus status() {
        return new ReaderStatus(
                station, reader, feed, since, new Counts(taken, repeated, ignored, refused, dropped), problem);
    }
}
