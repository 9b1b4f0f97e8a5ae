package org.keyway.terminal.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class EventConnectionTest {
    private final Line line = new Line();
    private final EventConnection connection = new EventConnection(line);

    @Test
    void aPageThatCannotKeepUpIsDroppedAndNobodyWaitsForIt() {
        line.ready = false;
        connection.onWritePossible();

        for (int i = 0; i < 257; i++) {
            connection.send(new byte[] {'x'});
        }

        assertThat(connection.closed()).isDone();
        assertThat(line.written.size()).isZero();
    }

    @Test
    void whatWaitedIsWrittenInOrderWhenTheLineIsFreeAgain() {
        line.ready = false;
        connection.onWritePossible();
        connection.send("1".getBytes(StandardCharsets.US_ASCII));
        connection.send("2".getBytes(StandardCharsets.US_ASCII));

        line.ready = true;
        connection.onWritePossible();
        connection.send("3".getBytes(StandardCharsets.US_ASCII));

        assertThat(line.written.toString(StandardCharsets.US_ASCII)).isEqualTo("123");
        assertThat(line.flushes).isEqualTo(2);
    }

    private static final class Line extends ServletOutputStream {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private boolean ready = true;
        private int flushes;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            written.write(b);
        }

        @Override
        public void flush() {
            flushes++;
        }
    }
}
