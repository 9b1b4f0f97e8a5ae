package org.keyway.opcua.handover;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.handover.HandoverWatch.Concern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows and tells how one machine's hand-over stands: to the PLC on the board, to whoever serves the machine, and as events. Not
 * safe for several threads.
 */
final class HandoverVoice {
    private static final Logger LOG = LoggerFactory.getLogger(HandoverVoice.class);

    private final String machine;
    private final Clock clock;
    private final PlcPresence presence;
    private Optional<HandoverNotice> ending = Optional.empty();
    private Optional<Concern> concern = Optional.empty();
    private long heartbeat;
    private @Nullable HandoverBoard board;
    private @Nullable HandoverListener listener;

    HandoverVoice(String machine, Clock clock) {
        this.machine = machine;
        this.clock = clock;
        this.presence = new PlcPresence(clock);
    }

    void attach(HandoverBoard shown) {
        board = shown;
    }

    void detach(HandoverBoard shown) {
        if (board == shown) { // what the PLC said stays true: its nodes come back, and it need not say it again
            board = null;
        }
    }

    void listen(Optional<HandoverListener> hears) {
        listener = hears.orElse(null);
    }

    boolean isHeard() {
        return listener != null;
    }

    PlcPresence presence() {
        return presence;
    }

    /** How the last offer ended, if not well. */
    Optional<HandoverNotice> ending() {
        return ending;
    }

    void end(Optional<HandoverNotice> how) {
        ending = how;
    }

    /**
     * Shows the PLC how things stand.
     *
     * @param offers whether it may find an offer there
     */
    void show(HandoverState state, long epoch, boolean offers) {
        HandoverBoard shown = board;
        if (shown != null) {
            GatewayBlock block = GatewayBlock.of(state, clock.instant());
            shown.show(offers ? block : block.withoutOffer(), epoch);
        }
    }

    /** Shows the PLC that we are there. */
    void beat(HandoverState state) {
        HandoverBoard shown = board;
        if (shown != null) {
            heartbeat = SequenceNumber.after(heartbeat);
            shown.beat(heartbeat, GatewayBlock.of(state, clock.instant()).ttlMillis());
        }
    }

    void tell(HandoverNotice notice, HandoverState before, HandoverState after, Optional<PlcReport> heard) {
        LOG.info("{} offer {} ({}): {}", machine, before.seq(), before.job(), notice);
        HandoverListener hears = listener;
        if (notice == HandoverNotice.TAKEN && hears != null) {
            hears.taken(after.accepted());
        }
        if (notice == HandoverNotice.DONE && hears != null) {
            hears.done(after.done());
        }
        if (notice != HandoverNotice.TAKEN && notice != HandoverNotice.DONE && notice != HandoverNotice.PLC_RESTARTED) {
            boolean why = notice == HandoverNotice.WITHDRAWN && ending.isPresent();
            ending = why ? ending : Optional.of(notice);
        }
        HandoverBoard shown = board;
        if (notice.code().isPresent() && shown != null) {
            shown.alarm(notice.code().get(), before, heard);
        }
    }

    /** The machine is another process's. */
    void standBy(HandoverState state) {
        look(Optional.of(new Concern(HandoverNotice.HELD_ELSEWHERE, Map.of())), state, Optional.empty());
    }

    /** Tells what is new of what should be looked at, and of the machine. */
    void look(Optional<Concern> now, HandoverState state, Optional<PlcReport> heard) {
        HandoverBoard shown = board;
        if (!now.equals(concern) && shown != null) {
            concern.filter(Concern::isNoStep).ifPresent(over -> shown.concern(over, state, false));
            now.filter(Concern::isNoStep).ifPresent(begun -> shown.concern(begun, state, true));
        }
        concern = now;
        Optional<MachineStatus> news = presence.news(heard, now.flatMap(grave -> grave.problem(machine)));
        HandoverListener hears = listener;
        if (news.isPresent() && hears != null) {
            hears.statusChanged(news.get());
        }
    }
}
