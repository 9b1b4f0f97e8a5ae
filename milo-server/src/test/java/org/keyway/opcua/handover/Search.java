package org.keyway.opcua.handover;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.opcua.handover.HandoverModel.Happening;
import org.keyway.simulator.plc.OfferImage;

/** Goes through every world that can be reached, shortest way first, until one must not be. */
final class Search {
    private static final int MOST_WORLDS = 3_000_000;

    private final HandoverModel model;
    private final Map<Object, Object> interned = new HashMap<>();
    private final IdentityHashMap<Object, Object> known = new IdentityHashMap<>();
    private final Map<World.Key, Came> seen = new HashMap<>();

    private record Came(World.Key from, String what, World world) {}

    private record Waiting(World world, World.Key key) {}

    /**
     * What was found.
     *
     * @param violation the invariant that breaks, and the way there; empty when none does
     */
    record Found(int worlds, Optional<String> violation, List<String> trace) {
        String invariant() {
            return violation.map(text -> text.substring(0, 2)).orElse("");
        }
    }

    Search(HandoverModel model) {
        this.model = model;
    }

    Found run(World start) {
        ArrayDeque<Waiting> waiting = new ArrayDeque<>();
        World begin = canonical(start);
        World.Key first = key(begin);
        seen.put(first, new Came(first, "start", begin));
        waiting.add(new Waiting(begin, first));
        while (!waiting.isEmpty()) {
            Waiting here = waiting.remove();
            for (Happening next : model.after(here.world())) {
                World world = canonical(next.world());
                World.Key key = key(world);
                if (seen.containsKey(key)) {
                    continue;
                }
                seen.put(key, new Came(here.key(), next.what(), world));
                Optional<String> violation = violation(here.world(), world);
                if (violation.isPresent()) {
                    return new Found(seen.size(), violation, trace(key));
                }
                waiting.add(new Waiting(world, key));
            }
            if (seen.size() > MOST_WORLDS) {
                throw new IllegalStateException("more worlds than expected: " + seen.size());
            }
        }
        return new Found(seen.size(), Optional.empty(), List.of());
    }

    private List<String> trace(World.Key end) {
        List<String> way = new ArrayList<>();
        World.Key at = end;
        Came came = seen.get(at);
        while (came != null && !came.from().equals(at)) {
            way.add(came.what() + " → " + came.world().brief());
            at = came.from();
            came = seen.get(at);
        }
        Collections.reverse(way);
        return way;
    }

    @SuppressWarnings("unchecked")
    private <T> T intern(T part) {
        if (known.containsKey(part)) {
            return part;
        }
        T first = (T) interned.computeIfAbsent(part, itself -> itself);
        known.put(first, first);
        return first;
    }

    /** The same world, of parts that are the same objects wherever they are equal. */
    private World canonical(World w) {
        return new World(
                intern(w.disk()),
                intern(w.mind()),
                w.gatewayUp(),
                intern(w.shown()),
                intern(w.followed()),
                intern(w.half()),
                intern(w.heard()),
                intern(w.memory()),
                intern(w.work()),
                w.plcUp(),
                w.told(),
                intern(w.message()),
                intern(w.reading()),
                intern(w.issued()),
                w.committed(),
                w.cancelled(),
                intern(w.machined()),
                intern(w.budget()));
    }

    private static World.Key key(World w) {
        int flags = (w.gatewayUp() ? 1 : 0) + (w.plcUp() ? 2 : 0) + (w.told() ? 4 : 0);
        return new World.Key(
                flags + (w.committed() << 4) + (w.cancelled() << 12),
                w.disk(),
                w.mind(),
                w.shown(),
                w.followed(),
                w.half(),
                w.heard(),
                w.memory(),
                w.work(),
                w.message(),
                w.reading(),
                w.issued(),
                w.machined(),
                w.budget());
    }

    /** Which of the invariants I1 to I5 is broken by what happened. */
    private static Optional<String> violation(World before, World after) {
        long active = after.memory().activeSeq();
        OfferImage holds = after.memory().active();
        if (active != 0 && !Wire.sameOffer(holds, after.issued().get((int) active - 1))) {
            return Optional.of("I1 the machine holds a mixture: " + holds);
        }
        boolean runsOn = active != 0 && before.memory().activeSeq() == active;
        if (runsOn && !holds.equals(before.memory().active())) {
            return Optional.of("I5 what is machined changed after activation");
        }
        if (active != 0 && !World.has(after.committed(), active)) {
            return Optional.of("I4 active without a commit on the disk: " + active);
        }
        for (long seq : after.machined()) {
            String serial = after.issued().get((int) seq - 1).serialNumber();
            if (after.parts(serial) > 1) {
                return Optional.of("I2 machined twice: " + serial);
            }
            if (World.has(after.cancelled(), seq)) {
                return Optional.of("I3 told cancelled and machined: " + seq);
            }
        }
        return Optional.empty();
    }
}
