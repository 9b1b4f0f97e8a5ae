package org.keyway.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as it is configured for use. */
final class LogConfigurationTest {
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogConfigurationTest.class.getResource("/logback.xml"));
    }

    private Logger root() {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void nobodyMakesLinesOfHisOwnByWhatHeSends() {
        Logger logger = context.getLogger("org.eclipse.milo.Hello");
        String sent = "opc.tcp://x/\r\n2026-11-25T00:00:00.000Z INFO forged\u2028\u001b[31m\u202e 工位";
        byte[] line = ((OutputStreamAppender<ILoggingEvent>) root().getAppender("STDERR"))
                .getEncoder()
                .encode(new LoggingEvent("", logger, Level.WARN, "unknown url: {}", null, new Object[] {sent}));
        assertThat(new String(line, StandardCharsets.UTF_8))
                .endsWith("unknown url: opc.tcp://x/??2026-11-25T00:00:00.000Z INFO forged??[31m? 工位"
                        + System.lineSeparator());
    }

    @Test
    void whatOurServerInheritsFromTheStackIsToldFiveTimesAMinuteToo() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root().detachAndStopAllAppenders();
        root().addAppender(log);
        Logger server = context.getLogger("org.keyway.opcua.security.access.GuardedServer");
        for (int i = 0; i < 1_000; i++) {
            server.warn("No ServiceHandler registered for path={} service={}", "/discovery", "QUERY_QUERY_FIRST");
        }
        assertThat(log.list).hasSize(5);
    }
}
