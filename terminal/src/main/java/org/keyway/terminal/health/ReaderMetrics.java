package org.keyway.terminal.health;

import jakarta.inject.Inject;
import java.util.List;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.job.reader.ReaderStatus;

/** Whether codes come from each reader, and what became of them; written as Prometheus text. */
final class ReaderMetrics {
    private final ReaderBoard board;

    @Inject
    ReaderMetrics(ReaderBoard board) {
        this.board = board;
    }

    /** The figures; empty where the workshop names no reader. */
    String text() {
        List<ReaderStatus> readers = board.readers();
        if (readers.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(1024);
        text.append("# HELP keyway_reader_online Whether codes come from a reader.\n")
                .append("# TYPE keyway_reader_online gauge\n");
        readers.forEach(reader -> text.append("keyway_reader_online{")
                .append(labels(reader))
                .append("} ")
                .append(reader.online() ? 1 : 0)
                .append('\n'));
        text.append("# HELP keyway_reader_codes_total Codes that readers sent, by what became of them.\n")
                .append("# TYPE keyway_reader_codes_total counter\n");
        readers.forEach(reader -> append(text, reader));
        return text.toString();
    }

    private static void append(StringBuilder text, ReaderStatus reader) {
        append(text, reader, "taken", reader.counts().taken());
        append(text, reader, "repeated", reader.counts().repeated());
        append(text, reader, "ignored", reader.counts().ignored());
        append(text, reader, "refused", reader.counts().refused());
        append(text, reader, "dropped", reader.counts().dropped());
    }

    private static void append(StringBuilder text, ReaderStatus reader, String outcome, long count) {
        text.append("keyway_reader_codes_total{")
                .append(labels(reader))
                .append(",outcome=\"")
                .append(outcome)
                .append("\"} ")
                .append(count)
                .append('\n');
    }

    private static String labels(ReaderStatus reader) {
        return "station=\"" + reader.station() + "\",reader=\"" + reader.reader() + "\"";
    }
}
