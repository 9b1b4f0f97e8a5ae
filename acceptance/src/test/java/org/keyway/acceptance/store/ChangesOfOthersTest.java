package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.pattern.LabelPatterns;
import org.keyway.identifier.pattern.PatternChange;
import org.keyway.identifier.pattern.PatternDefinition;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.pattern.RefusedPatternException;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.job.JournalVerdict;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderCommand;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.ChangeWatch;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.ChangeNotices;
import org.keyway.profile.store.ChangeNotices.Kind;
import org.keyway.profile.store.ChangeNotices.News;
import org.keyway.profile.store.DatabaseConfiguration;

/** Two nodes on one PostgreSQL. */
final class ChangesOfOthersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LISTENERS =
            "FROM pg_stat_activity WHERE application_name = 'keyway changes' AND datname = '%s'";

    private final DatabaseConfiguration configuration =
            PostgreSqlServer.running().freshDatabase();
    private final House one = new House(configuration);
    private final House other = new House(configuration);

    @BeforeEach
    void bothRun() {
        for (House house : List.of(one, other)) {
            house.part(ChangeWatch.class).start();
            house.loaded();
        }
    }

    @AfterEach
    void bothStop() {
        for (House house : List.of(one, other)) {
            house.part(ChangeWatch.class).stop();
            house.close();
        }
    }

    private static void awaitSpeed(House house, int speed) {
        await().atMost(PATIENCE)
                .until(() -> Floor.speed(house).map(BigDecimal::intValue).equals(Optional.of(speed)));
    }

    @Test
    void whatIsReleasedOnOneNodeIsInForceOnTheOther() {
        one.release(Floor.with(Floor.set(8000)));
        awaitSpeed(other, 8000);
        other.release(Floor.set(9000));
        awaitSpeed(one, 9000);
        assertThat(Floor.speed(other)).map(BigDecimal::intValue).contains(9000);
    }

    @Test
    void aDraftOfOneNodeIsNotInForceOnTheOther() {
        one.release(Floor.with(Floor.set(8000)));
        one.importFile(Floor.set(9000), false);
        one.release("{kind: Station, id: ST-99}");

        await().atMost(PATIENCE)
                .until(() -> other.part(WorkshopSource.class)
                        .current()
                        .station("ST-99")
                        .isPresent());
        assertThat(Floor.speed(other)).map(BigDecimal::intValue).contains(8000);
    }

    @Test
    void aScannerCalibratedOnOneNodeIsUnderstoodOnTheOther() {
        ScannerProfiles here = one.part(ScannerProfiles.class);
        ScannerProfiles there = other.part(ScannerProfiles.class);
        assertThat(there.of("ST-10")).isEmpty();

        here.keep("ST-10", ScannerProfile.DEFAULT);
        await().atMost(PATIENCE).until(() -> there.of("ST-10").isPresent());
        there.forget("ST-10");
        await().atMost(PATIENCE).until(() -> here.of("ST-10").isEmpty());
    }

    @Test
    void aLabelPatternAcceptedOnOneNodeIsReadOnTheOther() throws RefusedPatternException {
        LabelPatterns here = one.part(LabelPatterns.class);
        LabelPatterns there = other.part(LabelPatterns.class);
        PatternDefinition definition = new PatternDraft("crate", "CR-(?<product>[0-9]{4})")
                .example("CR-0042")
                .load()
                .definition();

        assertThat(here.create(definition)).isInstanceOf(PatternChange.Accepted.class);
        await().atMost(PATIENCE).until(() -> there.named("crate").isPresent());
        there.withdraw("crate", there.version("crate").orElseThrow());
        await().atMost(PATIENCE).until(() -> here.named("crate").isEmpty());
    }

    @Test
    void anOrderThatOneNodeTakesChangesAndForgetsIsToldOnTheOther() {
        one.release(Floor.with(Floor.set(8000)));
        OrderBook book = one.part(OrderBook.class);
        JobOrder order =
                new JobOrder("JO-1", 0, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), "as sent");
        List<Runnable> changes = List.of(
                () -> book.storeAndStart("M1", order),
                () -> book.command("M1", "JO-1", OrderCommand.REVOKE_START),
                () -> book.command("M1", "JO-1", OrderCommand.CANCEL));
        for (Runnable change : changes) {
            other.ordersElsewhere().clear();
            change.run();
            await().atMost(PATIENCE).until(() -> other.ordersElsewhere().contains("M1"));
            assertThat(other.part(OrderBook.class).orders("M1")).isEqualTo(book.orders("M1"));
        }
        assertThat(book.orders("M1")).isEmpty();
        assertThat(one.ordersElsewhere()).isEmpty();
    }

    @Test
    void withoutAnnouncementsChangesAreAskedFor() throws SQLException {
        String database = configuration.url().substring(configuration.url().lastIndexOf('/') + 1);
        String listeners = LISTENERS.formatted(database);
        PostgreSqlServer server = PostgreSqlServer.running();
        await().atMost(PATIENCE)
                .until(() -> server.ask("SELECT COUNT(*) " + listeners).equals("2"));

        server.ask("SELECT COUNT(pg_terminate_backend(pid)) " + listeners);
        one.release(Floor.with(Floor.set(8000)));
        awaitSpeed(other, 8000);
        await().atMost(PATIENCE)
                .until(() -> server.ask("SELECT COUNT(*) " + listeners).equals("2"));
    }

    @Test
    void noticesThatWereDeletedMeanwhileAreMissed() {
        ChangeNotices notices = one.part(ChangeNotices.class);
        long before = notices.reached();
        other.release(Floor.THINGS);
        other.release(Floor.set(8000));

        News news = notices.since(before);
        assertThat(news.gapless()).isTrue();
        assertThat(news.changes()).extracting(change -> change.kind()).containsExactly(Kind.THINGS, Kind.SETS);
        assertThat(other.part(ChangeNotices.class).since(before).changes()).isEmpty();

        notices.forgetBefore(Instant.now().plusSeconds(60));
        assertThat(notices.since(before).gapless()).isFalse();
        assertThat(notices.since(news.reached()).gapless()).isTrue();
        assertThat(notices.since(news.reached() + 1).gapless()).isFalse();
    }

    @Test
    void aRolledBackChangeTellsNothingAndLeavesNoGap() {
        ChangeNotices notices = one.part(ChangeNotices.class);
        long before = notices.reached();
        one.database().jdbi().useHandle(handle -> {
            handle.begin();
            notices.note(handle, Kind.SETS, List.of("S"));
            handle.rollback();
        });
        other.part(ScannerProfiles.class).keep("ST-10", ScannerProfile.DEFAULT);

        News news = notices.since(before);
        assertThat(news.gapless()).isTrue();
        assertThat(news.changes()).singleElement().isEqualTo(new ChangeNotices.Change(Kind.SCANNERS, List.of("ST-10")));
    }

    @Test
    void jobsOfBothNodesMakeOneJournal() {
        CompletableFuture<?>[] nodes = Stream.of(one, other)
                .map(house -> CompletableFuture.runAsync(() -> IntStream.range(0, 40)
                        .forEach(i -> house.refused("A-" + i, Optional.of(house.hashCode() + "-" + i)))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();

        JournalVerdict verdict = one.part(JournalVerification.class).verify();
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        JournalVerdict.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(160));
    }
}
