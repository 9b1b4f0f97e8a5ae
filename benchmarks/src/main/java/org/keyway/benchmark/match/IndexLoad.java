package org.keyway.benchmark.match;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.keyway.profile.MatchResult;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.Precedence;

/** Builds an index of a million sets, weighs it, and releases versions while another thread matches. */
public final class IndexLoad {
    private static final int PRODUCTS = 10_000;
    private static final int RELEASES = 2_000;

    private IndexLoad() {}

    public static void main(String[] arguments) throws InterruptedException {
        Plant plant = new Plant(PRODUCTS);
        long generating = nanos(() -> plant.each(set -> {}));
        CurrentWorkshop workshop = new CurrentWorkshop(Precedence.DEFAULT, PartCounts.NONE);
        workshop.replace(plant.things(), new Nothing());
        long empty = usedMemory();
        long building = nanos(() -> workshop.replace(plant.things(), plant));
        long full = usedMemory();
        double seconds = (building - generating) / 1e9;
        print("sets", plant.count());
        print("sets per second after the read", plant.count() / seconds);
        print("bytes per set, values included", (double) (full - empty) / plant.count());
        release(plant, workshop);
    }

    private static void release(Plant plant, CurrentWorkshop workshop) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong matches = new AtomicLong();
        AtomicLong longest = new AtomicLong();
        Thread matcher = new Thread(() -> {
            for (int i = 0; !stop.get(); i = (i + 7919) % plant.count()) {
                int index = i;
                long took = nanos(() -> require(workshop, index));
                matches.incrementAndGet();
                longest.accumulateAndGet(took, Math::max);
            }
        });
        matcher.start();
        long slowest = 0;
        long all = 0;
        for (int i = 0; i < RELEASES; i++) {
            ReleasedSet next = plant.set(i * 499, 2);
            long took = nanos(() -> workshop.release(List.of(next.set().id()), List.of(next)));
            slowest = Math.max(slowest, took);
            all += took;
        }
        stop.set(true);
        matcher.join();
        print("release, ms on average", all / 1e6 / RELEASES);
        print("release, ms at most", slowest / 1e6);
        print("matches beside it", (double) matches.get());
        print("match beside it, ms at most", longest.get() / 1e6);
    }

    private static void require(CurrentWorkshop workshop, int index) {
        if (!(workshop.match(Plant.request(index)) instanceof MatchResult.Matched)) {
            throw new IllegalStateException("no match for " + index);
        }
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long usedMemory() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String what, double figure) {
        System.out.printf("%-40s %,.2f%n", what, figure);
    }

    private record Nothing() implements ReleasedSets {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public void each(Consumer<ReleasedSet> consumer) {
            // A plant before its first set.
        }
    }
}
