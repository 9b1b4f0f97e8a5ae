package org.keyway.opcua.space;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * One lock for each machine. Whoever reads several machines takes their locks in the order of their ids, so that nobody waits
 * in a circle; whoever writes holds one machine at a time.
 */
final class MachineLocks {
    private final Map<String, ReentrantReadWriteLock> locks = new ConcurrentHashMap<>();

    private ReentrantReadWriteLock lock(String machine) {
        return locks.computeIfAbsent(machine, id -> new ReentrantReadWriteLock());
    }

    /** Does something while nothing of these machines changes. */
    <T> T reading(SortedSet<String> machines, Supplier<T> work) {
        Deque<Lock> held = new ArrayDeque<>();
        try {
            for (String machine : machines) {
                Lock lock = lock(machine).readLock();
                lock.lock();
                held.push(lock);
            }
            return work.get();
        } finally {
            held.forEach(Lock::unlock);
        }
    }

    /** Does something that changes a machine, and that nobody sees half done. */
    <T> T writing(String machine, Supplier<T> work) {
        Lock lock = lock(machine).writeLock();
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
