package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.identifier.resolution.TestChain.source;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.Trust;

final class OutageTest {
    private static final String KNOWN = "{\"number\":\"P150\",\"bore\":\"C\"}";

    private final TestService service = new TestService();
    private final TestChain chain = new TestChain(List.of(service.host()), source("http", service.url() + "/{value}"));

    @AfterEach
    void close() {
        service.close();
    }

    private int asked() {
        return service.requests.size();
    }

    @Test
    void anAnswerHoldsForADayAndIsNotAskedForAgain() {
        service.answers(KNOWN);
        var asOf = chain.clock.instant();
        chain.identity("X1");
        chain.clock.move(Duration.ofHours(23));

        var identity = chain.identity("X1");

        assertThat(asked()).isEqualTo(1);
        assertThat(identity.trust()).isEqualTo(Trust.REMOTE);
        assertThat(identity.provenance().asOf()).contains(asOf);
        chain.clock.move(Duration.ofHours(2));
        chain.identity("X1");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void theServersShorterTimeCountsAndNoStoreIsHeeded() {
        service.behaves(exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "private, max-age=60");
            TestService.answer(exchange, 200, "application/json", KNOWN);
        });
        chain.identity("X1");
        chain.clock.move(Duration.ofSeconds(61));
        service.behaves(exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            TestService.answer(exchange, 200, "application/json", KNOWN);
        });
        chain.identity("X2");
        chain.identity("X2");

        assertThat(asked()).isEqualTo(3);
        chain.identity("X1");
        assertThat(asked()).isEqualTo(4);
    }

    @Test
    void anOutageFallsBackOnWhatWasSaidBeforeAndTellsItsAge() {
        service.answers(KNOWN);
        chain.identity("X1");
        chain.clock.move(Duration.ofHours(51));
        service.answers(503);

        Resolution.Resolved stale = chain.resolved("X1");

        assertThat(stale.identity().trust()).isEqualTo(Trust.CACHED_STALE);
        assertThat(stale.identity().attributes()).containsEntry("boreClass", "C");
        assertThat(stale.warnings()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("KW-ID-172");
            assertThat(issue.severity()).isEqualTo(Issue.Severity.WARNING);
            assertThat(issue.message().en()).contains("2 d 3 h");
            assertThat(issue.message().zh()).contains("2 d 3 h");
        });
    }

    @Test
    void afterAWeekBeyondItsTimeAnAnswerIsNotUsedAnyMore() {
        service.answers(KNOWN);
        chain.identity("X1");
        service.answers(503);
        chain.clock.move(Duration.ofDays(8).minusSeconds(1));
        chain.identity("X1");
        chain.clock.move(Duration.ofSeconds(1));

        assertThat(chain.unknown("X1")).isEqualTo("KW-ID-173");
    }

    @Test
    void aWithdrawnIdentifierDoesNotComeBackInAnOutage() {
        service.answers(KNOWN);
        chain.identity("X1");
        chain.clock.move(Duration.ofDays(2));
        service.answers(404);
        assertThat(chain.unknown("X1")).isEqualTo("none");
        chain.clock.move(Duration.ofMinutes(2));
        service.answers(503);

        assertThat(chain.unknown("X1")).isEqualTo("KW-ID-173");
    }

    @Test
    void whatIsNotKnownIsNotAskedForAgainForAMinute() {
        service.answers(404);
        chain.unknown("X1");
        chain.unknown("X1");
        assertThat(asked()).isEqualTo(1);

        chain.clock.move(Duration.ofSeconds(60));
        chain.unknown("X1");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aPassingFaultIsTriedOnceMoreAndOnlyOnce() {
        service.behaves(exchange -> {
            boolean first = service.requests.size() == 1;
            TestService.answer(exchange, first ? 503 : 200, "application/json", KNOWN);
        });
        assertThat(chain.identity("X1").product()).isEqualTo("CB-150");

        service.answers(503);
        chain.unknown("X2");
        assertThat(asked()).isEqualTo(4);
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneThenTriedOnceAndTakenBack() {
        service.answers(503);
        for (String label : List.of("A1", "A2", "A3")) {
            assertThat(chain.unknown(label)).isEqualTo("KW-ID-173");
        }
        int until = asked();
        assertThat(chain.state()).isEqualTo("OPEN");
        assertThat(chain.unknown("A4")).isEqualTo("KW-ID-173");
        assertThat(asked()).isEqualTo(until);

        chain.clock.move(Duration.ofSeconds(30));
        assertThat(chain.state()).isEqualTo("HALF_OPEN");
        chain.unknown("A5");
        assertThat(asked()).isGreaterThan(until);
        assertThat(chain.state()).isEqualTo("OPEN");

        chain.clock.move(Duration.ofSeconds(30));
        service.answers(KNOWN);
        assertThat(chain.identity("A6").product()).isEqualTo("CB-150");
        assertThat(chain.state()).isEqualTo("CLOSED");
    }

    @Test
    void nonsenseOfOneAnswerDoesNotShutTheServiceOut() {
        service.answers("nonsense");
        for (int i = 0; i < 10; i++) {
            chain.unknown("A" + i);
        }

        assertThat(chain.state()).isEqualTo("CLOSED");
    }

    @Test
    void aServiceThatIsGoneIsToldAsAway() {
        service.close();

        assertThat(chain.unknown("X1")).isEqualTo("KW-ID-173");
    }
}
