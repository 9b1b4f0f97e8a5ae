package org.keyway.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FloodFilterTest {
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private long nanos;

    @BeforeEach
    void watch() {
        FloodFilter filter = new FloodFilter(() -> nanos);
        filter.setPrefixes("org.eclipse.milo, io.netty");
        filter.start();
        context.addTurboFilter(filter);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        log.start();
        root.addAppender(log);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void theSameThingIsToldFiveTimesAMinuteAndTheOthersAreCounted() {
        Logger milo = context.getLogger("org.eclipse.milo.opcua.stack.Handler");
        for (int i = 0; i < 1_000; i++) {
            milo.error("[remote={}] Exception caught", "/192.0.2.7:" + i, new IllegalStateException());
        }
        assertThat(lines()).hasSize(5);
        nanos += Duration.ofMinutes(1).toNanos();
        milo.error("[remote={}] Exception caught", "/192.0.2.7:1");
        assertThat(lines()).hasSize(7).anyMatch(line -> line.startsWith("995 more messages"));
    }

    @Test
    void anotherThingIsToldBesideIt() {
        Logger milo = context.getLogger("io.netty.channel.DefaultChannelPipeline");
        for (int i = 0; i < 100; i++) {
            milo.error("one thing");
        }
        milo.warn("another thing");
        assertThat(lines()).hasSize(6).contains("another thing");
    }

    @Test
    void whatWeSayOurselvesIsAlwaysTold() {
        Logger own = context.getLogger("org.keyway.job.Desk");
        for (int i = 0; i < 100; i++) {
            own.warn("a job failed");
        }
        assertThat(lines()).hasSize(100);
    }

    @Test
    void messagesThatAreAllDifferentDoNotFillMemoryOrLog() {
        Logger milo = context.getLogger("org.eclipse.milo.opcua.stack.Handler");
        for (int i = 0; i < 5_000; i++) {
            milo.error("message number " + i);
        }
        assertThat(lines()).hasSizeLessThan(1_100);
    }

    @Test
    void whatTheStackHasThrownAtAClientIsOneLine() {
        Logger milo = context.getLogger("org.eclipse.milo.opcua.stack.Handler");
        Exception refused = new IllegalStateException(new UaException(StatusCodes.Bad_SecurityChecksFailed));
        milo.error("[remote={}] Exception caught", "/192.0.2.7:1", refused);
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage())
                    .startsWith("[remote=/192.0.2.7:1] Exception caught: ")
                    .contains("Bad_SecurityChecksFailed");
        });
    }

    @Test
    void whatWeHaveThrownAndToldIsNotToldAgain() {
        Logger milo = context.getLogger("org.eclipse.milo.opcua.stack.Handler");
        milo.error("[remote={}] Exception caught", "/192.0.2.7:1", new IllegalStateException(new Ours()));
        assertThat(lines()).isEmpty();
    }

    private static final class Ours extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aFaultOfTheStackKeepsItsTrace() {
        Logger milo = context.getLogger("org.eclipse.milo.opcua.stack.Handler");
        milo.error("unexpected", new NullPointerException());
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getThrowableProxy()).isNotNull());
    }
}
