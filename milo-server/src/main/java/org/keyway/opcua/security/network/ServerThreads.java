package org.keyway.opcua.security.network;

import io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one server, with bounded work waiting for each. What finds no place is done by whoever brings it, so that a
 * flood makes the network wait instead of memory grow; only a sign-in is refused then, because it is costly on purpose.
 */
public final class ServerThreads implements AutoCloseable {
    private static final int REQUEST_THREADS = 4;
    private static final int MOST_REQUESTS = 2_000;
    private static final int SIGN_IN_THREADS = 2;
    private static final int MOST_SIGN_INS = 100;
    private static final int MOST_EVENTS = 1_000;
    private static final int TIMER_THREADS = 2;

    private static final RejectedExecutionHandler BRINGER_WORKS = new ThreadPoolExecutor.CallerRunsPolicy();

    private final ThreadPoolExecutor requests = pool("opcua-server", REQUEST_THREADS, MOST_REQUESTS, BRINGER_WORKS);
    private final ThreadPoolExecutor signIns =
            pool("opcua-sign-in", SIGN_IN_THREADS, MOST_SIGN_INS, new ThreadPoolExecutor.AbortPolicy());
    private final ThreadPoolExecutor events = pool("opcua-events", 1, MOST_EVENTS, BRINGER_WORKS);
    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(TIMER_THREADS, work -> new Thread(work, "opcua-timer"));
    private final NioEventLoopGroup network = new NioEventLoopGroup(1);

    /** Makes the pools; a thread begins when there is work for it. */
    public ServerThreads() {
        timers.setRemoveOnCancelPolicy(true);
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static ThreadPoolExecutor pool(String name, int threads, int mostWaiting, RejectedExecutionHandler full) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(mostWaiting),
                work -> new Thread(work, name),
                full);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** For requests of clients. */
    public ExecutorService requests() {
        return requests;
    }

    /** For checking passwords. */
    public ExecutorService signIns() {
        return signIns;
    }

    /** For events, one after another. */
    public ExecutorService events() {
        return events;
    }

    /** For what is done from time to time. */
    public ScheduledExecutorService timers() {
        return timers;
    }

    /** For the network. */
    public NioEventLoopGroup network() {
        return network;
    }

    @Override
    public void close() {
        timers.shutdownNow();
        network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
        signIns.shutdown();
        events.shutdown();
        requests.shutdown();
    }
}
