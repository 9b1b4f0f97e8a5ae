package org.keyway.opcua.autoid;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Scan;
import org.keyway.job.JobControl;
import org.keyway.job.ScanRequest;
import org.keyway.profile.CodeReader;

/** Makes scans of what one reader tells: each code once, only the types that the station takes, and no more than it can bear. */
final class CodeIntake {
    private final String station;
    private final CodeReader reader;
    private final ReaderRecord record;
    private final ScanLine line;
    private final CodeGate gate;
    private Optional<String> lastScan = Optional.empty();

    CodeIntake(String station, CodeReader reader, JobControl desk, ReaderRecord record, Clock clock) {
        this.station = station;
        this.reader = reader;
        this.record = record;
        this.line = new ScanLine(station, desk, record);
        this.gate = new CodeGate(clock);
    }

    /** How a code is got out of what came. */
    interface Decoding {
        ReadCode code() throws UnreadableCodeException;
    }

    /**
     * Takes a code.
     *
     * @param marks what tells this reading from every other, such as the event's id
     */
    void take(Decoding decoding, Object... marks) {
        if (!gate.pass()) {
            record.dropped();
            return;
        }
        try {
            ReadCode code = decoding.code();
            if (!reader.takes(code.codeType())) {
                record.ignored();
                return;
            }
            Scan scan = CodeScan.of(code);
            String request = RequestName.of(
                    reader.endpoint().url(), reader.node(), RequestName.of(marks), code.codeType(), scan.data());
            line.add(new ScanRequest(station, scan, Optional.empty(), Optional.of(request)));
        } catch (UnreadableCodeException e) {
            record.refused(e);
        }
    }

    /** Remembers the last scan that the reader shows; whether another was shown before. */
    synchronized boolean isNewLastScan(String mark) {
        boolean known = lastScan.filter(mark::equals).isPresent();
        lastScan = Optional.of(mark);
        return !known;
    }

    /** Remembers what a reader shows that was just connected: it was read before, and nobody waits for it now. */
    synchronized void connectedShowing(String mark) {
        boolean away = lastScan.isPresent() && !lastScan.get().equals(mark);
        lastScan = Optional.of(mark);
        if (away) {
            record.trouble(AutoIdCode.READ_WHILE_AWAY, Map.of());
        }
    }

    void refuse(UnreadableCodeException cause) {
        record.refused(cause);
    }

    /** The reader told more than came through. */
    void lost() {
        record.trouble(AutoIdCode.CODES_LOST, Map.of());
    }

    void repeated() {
        record.repeated();
    }

    /** Takes no more, and lets what is being taken on come to its end. */
    void finish() {
        line.finish();
    }

    /** Takes no more, without waiting. */
    void stop() {
        line.stop();
    }
}
