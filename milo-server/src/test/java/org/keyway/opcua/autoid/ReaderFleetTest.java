package org.keyway.opcua.autoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.Scan;
import org.keyway.job.ScanRequest;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.job.reader.ReaderStatus.Counts;
import org.keyway.job.reader.ReaderStatus.Feed;
import org.keyway.simulator.reader.SimulatedCode;
import org.keyway.simulator.reader.SimulatedReader.Telling;

class ReaderFleetTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path pki;

    private static SimulatedCode label(String text) {
        return SimulatedCode.text("RAW:STRING", text);
    }

    private ReadStation station(Telling telling, String... codes) throws Exception {
        return new ReadStation(pki, telling, codes);
    }

    @Test
    void aCodeThatAReaderReadsIsAScanAtItsStationOnce() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            station.reader.scan(
                    SimulatedCode.text("RAW:STRING", "010690123400001621A1").of("]d2"));

            await().until(() -> station.status().counts().taken() == 1);
            assertThat(station.scans).singleElement().satisfies(scan -> {
                assertThat(scan.station()).isEqualTo(ReadStation.STATION);
                assertThat(scan.scan()).isEqualTo(new Scan("010690123400001621A1", Optional.of("]d2")));
                assertThat(scan.requestId())
                        .hasValueSatisfying(id -> assertThat(id).matches("autoid-[0-9a-f]{40}"));
            });
            assertThat(station.status().counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        }
    }

    @Test
    void theSameLabelReadTwiceIsTwoScansAndTheSameEventToldTwiceIsOne() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            station.reader.scan(label("A"));
            station.reader.repeat();
            station.reader.scan(label("A"));

            await().until(() -> station.status().counts().taken() == 2);
            assertThat(station.data()).containsExactly("A", "A");
            assertThat(station.scans).extracting(ScanRequest::requestId).doesNotHaveDuplicates();
            assertThat(station.status().counts().repeated()).isEqualTo(1);
        }
    }

    @Test
    void codesInViewTogetherAreAScanEach() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            station.reader.scan(
                    label("A"),
                    SimulatedCode.bytes("RAW:BYTES", "B".getBytes(StandardCharsets.UTF_8)),
                    SimulatedCode.tag(new byte[] {0x30, 0x0A}));

            await().until(() -> station.status().counts().taken() == 3);
            assertThat(station.data()).containsExactly("A", "B", "300A");
        }
    }

    @Test
    void codeTypesThatTheStationDoesNotTakeAreNoScans() throws Exception {
        try (ReadStation station = station(Telling.EVENTS, "GS1").awaitFeed(Feed.EVENTS)) {
            station.reader.scan(label("A"));
            station.reader.scan(SimulatedCode.bytes("GS1", "(01)06901234000016".getBytes(StandardCharsets.US_ASCII)));

            await().until(() -> station.status().counts().taken() == 1);
            assertThat(station.data()).containsExactly("(01)06901234000016");
            assertThat(station.status().counts().ignored()).isEqualTo(1);
        }
    }

    @Test
    void withoutEventsTheLastScanIsWatchedAndWhatItShowedBeforeIsNoScan() throws Exception {
        try (ReadStation station = station(Telling.LAST_SCAN_ONLY).awaitFeed(Feed.LAST_SCAN)) {
            station.reader.scan(label("SAME"));
            station.reader.scan(label("SAME"));
            station.reader.scan(SimulatedCode.tag(new byte[] {0x30}));

            await().until(() -> station.data().contains("30"));
            assertThat(station.data()).containsExactly("SAME", "SAME", "30");
            assertThat(station.problem()).isEmpty();
        }
    }

    @Test
    void aServerThatTakesTheFilterButCannotMeetItIsWatchedByTheLastScan() throws Exception {
        try (ReadStation station = station(Telling.EVENTS_WITHOUT_RESULT)) {
            station.awaitFeed(Feed.LAST_SCAN);
        }
    }

    @Test
    void aReaderWithEventsIsNotWatchedByTheLastScanAsWell() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            station.reader.scan(label("A"));
            station.reader.scan(label("B"));

            await().until(() -> station.data().contains("B"));
            assertThat(station.data()).containsExactly("A", "B");
            assertThat(station.status().counts()).isEqualTo(new Counts(2, 0, 0, 0, 0));
        }
    }

    @Test
    void aReaderThatWasAwayIsFoundAgainAndWhatItReadMeanwhileIsNotGuessed() throws Exception {
        try (ReadStation station = station(Telling.LAST_SCAN_ONLY).awaitFeed(Feed.LAST_SCAN)) {
            station.reader.scan(label("KNOWN"));
            await().until(() -> station.data().contains("KNOWN"));
            station.server.stop();
            station.awaitFeed(Feed.OFFLINE);
            assertThat(station.problem()).isEqualTo("KW-AUTOID-010");

            station.server.start(label("MEANWHILE"));
            station.awaitFeed(Feed.LAST_SCAN);

            await().until(() -> station.problem().equals("KW-AUTOID-032"));
            station.reader.scan(label("AFTER"));
            await().until(() -> station.data().contains("AFTER"));
            assertThat(station.data()).containsExactly("KNOWN", "AFTER");
            await().until(() -> station.problem().isEmpty());
        }
    }

    @Test
    void aCutConnectionLosesNoEventAndDoublesNone() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            station.reader.scan(label("BEFORE"));
            await().until(() -> station.data().contains("BEFORE"));
            station.server.cutConnections();
            station.awaitFeed(Feed.OFFLINE).awaitFeed(Feed.EVENTS);
            station.reader.scan(label("AFTER"));

            await().until(() -> station.data().contains("AFTER"));
            assertThat(station.data()).containsExactly("BEFORE", "AFTER");
            await().until(() -> station.server.sessions() == 1);
        }
    }

    @Test
    void aNodeThatIsNotThereIsNamedAndLookedForAgain() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            station.readers(station.named("nsu=urn:reader:simulated;s=Nobody"));
            await().until(() -> station.problem().equals("KW-AUTOID-011"));
            assertThat(station.status().feed()).isEqualTo(Feed.OFFLINE);

            station.readers(station.named("nsu=urn:reader:simulated;s=Reader/LastScanData"));
            await().until(() -> station.problem().equals("KW-AUTOID-012"));

            station.readers(station.named(station.reader.node()));
            station.awaitFeed(Feed.EVENTS);
        }
    }

    @Test
    void aReaderThatTheWorkshopNoLongerNamesIsLetGoAndOneThatItStillNamesIsNot() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            ReaderStatus before = station.status();
            station.readers(station.named(station.reader.node()));
            assertThat(station.status()).isEqualTo(before);

            station.readers();

            assertThat(station.statuses()).isEmpty();
            await().until(() -> station.server.sessions() == 0);
        }
    }

    @Test
    void garbageIsRefusedAndToldAndTheNextCodeIsTaken() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            station.reader.send(new byte[] {1, 2, 3});
            await().until(() -> station.status().counts().refused() == 1);
            assertThat(station.problem()).isEqualTo("KW-AUTOID-020");

            station.reader.scan(label("A"));

            await().until(() -> station.data().contains("A"));
            await().until(() -> station.problem().isEmpty());
        }
    }

    @Test
    void aReaderGoneMadBringsNoMoreThanTheDeskCanBearAndIsTold() throws Exception {
        try (ReadStation station = station(Telling.EVENTS).awaitFeed(Feed.EVENTS)) {
            int sent = 3 * CodeGate.AT_ONCE;
            for (int i = 0; i < sent; i++) {
                station.reader.scan(label("L" + i));
            }

            await().until(() -> station.status().counts().taken()
                            + station.status().counts().dropped()
                    == sent);
            assertThat(station.scans).hasSizeBetween(1, CodeGate.AT_ONCE);
            assertThat(station.status().feed()).isEqualTo(Feed.EVENTS);
            assertThat(station.status().counts().dropped()).isGreaterThanOrEqualTo(sent - CodeGate.AT_ONCE);
        }
    }
}
