package org.keyway.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Lets a library tell of the same thing five times a minute: of each message of its loggers, whatever stands for its
 * parameters. The others are counted, and the count is logged when the minute is over. A client that sends nonsense a thousand
 * times a second makes a few lines a minute so. What the library itself has thrown at a client is told in one line, without its stack trace;
 * what we have thrown isn't told at all, because we have told it.
 */
public final class FloodFilter extends TurboFilter {
    private static final int PER_MINUTE = 5;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int MOST_MESSAGES = 1_000;
    private static final int LONGEST = 120;
    private static final int DEEPEST = 20;
    private static final String STACK = "org.eclipse.milo";
    private static final String OURS = "org.keyway";

    private final LongSupplier nanos;
    private final Map<String, Integer> counts = new HashMap<>();
    private final ThreadLocal<Boolean> telling = ThreadLocal.withInitial(() -> false);
    private List<String> prefixes = List.of("org.eclipse.milo", "io.netty");
    private long minute;

    /** A filter by the clock of this computer. */
    public FloodFilter() {
        this(System::nanoTime);
    }

    FloodFilter(LongSupplier nanos) {
        this.nanos = nanos;
        this.minute = nanos.getAsLong();
    }

    /** The beginnings of the names of the loggers that are looked at, between commas; set in the configuration. */
    public void setPrefixes(String between) {
        this.prefixes = List.of(between.split(" *, *"));
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable cause) {
        boolean looked = prefixes.stream().anyMatch(logger.getName()::startsWith)
                && level.isGreaterOrEqual(Level.WARN)
                && logger.getEffectiveLevel().levelInt <= level.levelInt;
        if (!looked || format == null || telling.get()) {
            return FilterReply.NEUTRAL;
        }
        Optional<Throwable> thrown = thrown(parameters, cause);
        if (thrown.filter(each -> isOf(each, OURS)).isPresent() || !count(logger, level, format)) {
            return FilterReply.DENY;
        }
        if (thrown.filter(each -> isOf(each, STACK)).isEmpty()) {
            return FilterReply.NEUTRAL;
        }
        tellInOneLine(
                logger, level, MessageFormatter.arrayFormat(format, parameters).getMessage(), thrown.get());
        return FilterReply.DENY;
    }

    /** The innermost of what was thrown. */
    private static Optional<Throwable> thrown(Object @Nullable [] parameters, @Nullable Throwable cause) {
        Object last = parameters == null || parameters.length == 0 ? null : parameters[parameters.length - 1];
        Throwable first = cause == null && last instanceof Throwable given ? given : cause;
        return Stream.iterate(first, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .reduce((outer, inner) -> inner);
    }

    private static boolean isOf(Throwable thrown, String prefix) {
        return thrown.getClass().getName().startsWith(prefix);
    }

    private void tellInOneLine(Logger logger, Level level, String sentence, Throwable thrown) {
        telling.set(true);
        try {
            if (level.isGreaterOrEqual(Level.ERROR)) {
                logger.error("{}: {}", sentence, thrown.toString());
            } else {
                logger.warn("{}: {}", sentence, thrown.toString());
            }
        } finally {
            telling.set(false);
        }
    }

    private synchronized boolean count(Logger logger, Level level, String format) {
        if (nanos.getAsLong() - minute >= MINUTE_NANOS) {
            tell(logger);
        }
        String key = logger.getName()
                + ' '
                + level
                + ' '
                + (format.length() <= LONGEST ? format : format.substring(0, LONGEST));
        String counted = counts.size() < MOST_MESSAGES || counts.containsKey(key) ? key : "others";
        return counts.merge(counted, 1, Integer::sum) <= PER_MINUTE;
    }

    private void tell(Logger logger) {
        long more = counts.values().stream()
                .mapToLong(count -> Math.max(0, count - PER_MINUTE))
                .sum();
        counts.clear();
        minute = nanos.getAsLong();
        if (more > 0) {
            telling.set(true);
            try {
                logger.warn(
                        "{} more messages like those before were not logged, so that they don't fill the log", more);
            } finally {
                telling.set(false);
            }
        }
    }
}
