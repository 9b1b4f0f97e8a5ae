package org.keyway.terminal.live;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/**
 * One page that listens. Events wait in a bounded queue and are written only when the connection can take them, so nobody
 * ever waits for a slow page; when its queue is full the page is dropped, and gets a fresh snapshot when it comes back.
 */
final class EventConnection implements WriteListener {
    private static final int LONGEST_QUEUE = 256;

    private final ServletOutputStream out;
    private final ArrayDeque<byte[]> queue = new ArrayDeque<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean started;
    private boolean unflushed;

    EventConnection(ServletOutputStream out) {
        this.out = out;
    }

    /** Completes when the page is gone or was dropped. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    /** Queues an event; drops the page when it can't keep up. */
    synchronized void send(byte[] event) {
        if (closed.isDone()) {
            return;
        }
        if (queue.size() >= LONGEST_QUEUE) {
            close();
            return;
        }
        queue.add(event);
        drain();
    }

    synchronized void close() {
        queue.clear();
        closed.complete(null);
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        drain();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    private void drain() {
        try {
            while (started && !closed.isDone() && out.isReady()) {
                byte[] event = queue.poll();
                if (event != null) {
                    unflushed = true;
                    out.write(event);
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }
}
