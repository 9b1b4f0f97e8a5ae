package org.keyway.opcua.handover;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One machine's hand-over is one thread's at a time; others wait until it changes. */
final class HandoverLock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait look again; for who holds the lock. */
    void changed() {
        changed.signalAll();
    }

    /**
     * Waits until a look finds something.
     *
     * @return what it found; empty when it did not in time, or it is not worth waiting any more
     */
    <T> Optional<T> await(Duration patience, BooleanSupplier worthwhile, Supplier<Optional<T>> look)
            throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            Optional<T> found = look.get();
            while (found.isEmpty() && left > 0 && worthwhile.getAsBoolean()) {
                left = changed.awaitNanos(left);
                found = look.get();
            }
            return found;
        } finally {
            lock.unlock();
        }
    }
}
