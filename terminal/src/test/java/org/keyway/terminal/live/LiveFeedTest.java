package org.keyway.terminal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.terminal.fake.FakeWorkshop;

final class LiveFeedTest {
    private final LiveFeed feed = new LiveFeed(new FakeWorkshop());

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void aPageWhoseSnapshotFailsIsClosedAndTakesNoPlace() {
        feed.start();
        EventConnection connection = new EventConnection(new Nowhere());

        assertThatThrownBy(() -> feed.add(connection, Optional.empty(), () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");

        assertThat(feed.listenerCount()).isZero();
        assertThat(connection.closed()).isDone();
        assertThat(feed.add(new EventConnection(new Nowhere()), Optional.empty(), () -> new byte[0]))
                .isTrue();
        assertThat(feed.listenerCount()).isEqualTo(1);
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }
    }
}
