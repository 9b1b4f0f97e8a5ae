package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class ServerThreadsTest {
    @Test
    void whatFindsNoPlaceIsDoneByWhoeverBringsIt() throws Exception {
        Set<String> workers = ConcurrentHashMap.newKeySet();
        CountDownLatch open = new CountDownLatch(1);
        Thread bringing = Thread.currentThread();
        try (ServerThreads threads = new ServerThreads()) {
            int brought = 0;
            while (!workers.contains(bringing.getName()) && brought < 10_000) {
                brought++;
                threads.requests().execute(() -> {
                    workers.add(Thread.currentThread().getName());
                    await(open, bringing);
                });
            }
            open.countDown();
            assertThat(workers).contains(bringing.getName(), "opcua-server");
            assertThat(brought).isLessThan(2_100);
        }
    }

    /** All wait but the one who brings. */
    private static void await(CountDownLatch open, Thread bringing) {
        if (Thread.currentThread() == bringing) {
            return;
        }
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
