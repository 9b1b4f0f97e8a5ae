package org.keyway.opcua.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine as it is connected: its session, what it says of itself, and who is told. */
final class DeviceConnection implements SessionKeeper.Guest<DeviceSession> {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);
    private static final Duration LARGEST_CLOCK_OFFSET = Duration.ofSeconds(30);

    private final ProfileNodes profile;
    private final SessionKeeper<DeviceSession> keeper;
    private final LinkListener listener;
    private final Clock clock;
    private final MachineWatch watch;

    private volatile MachineStatus status;
    private volatile Instant heardAt = Instant.MIN;

    DeviceConnection(ProfileNodes profile, DeviceClients clients, LinkListener listener, Clock clock) {
        this.profile = profile;
        this.listener = listener;
        this.clock = clock;
        this.watch = new MachineWatch(profile, listener, this::stateSeen);
        this.status = MachineStatus.offline(clock.instant());
        this.keeper = new SessionKeeper<>(
                new SessionKeeper.Device(
                        profile.machine().id(),
                        profile.machine().endpoint(),
                        profile.settings().callTimeout()),
                clients,
                this);
    }

    void open() {
        keeper.open();
    }

    MachineStatus status() {
        return status;
    }

    /** When anything last came from the device, the answers that keep its session alive among it. */
    Optional<Instant> lastContact() {
        return Optional.of(heardAt).filter(at -> at.isAfter(Instant.MIN));
    }

    @Override
    public void heard() {
        heardAt = clock.instant();
    }

    /** The session of this moment. */
    DeviceSession session() throws LinkException {
        return keeper.session()
                .orElseThrow(() -> LinkCode.NOT_CONNECTED.exception(
                        Map.of("endpoint", profile.machine().endpoint().url())));
    }

    @Override
    public DeviceSession open(OpcUaClient client, UaSession active) throws UaException {
        return DeviceSession.open(client, active, profile.settings().callTimeout(), clock);
    }

    @Override
    public void begin(DeviceSession opened, boolean first) throws UaException {
        LOG.info(
                "{} connected at {}",
                profile.machine().id(),
                profile.machine().endpoint().url());
        MachineWatch.StateWord seen = watch.lastSeen(first);
        tell(new MachineStatus(true, seen.state(), seen.text(), clock.instant(), clockOffset(opened)));
        if (first) {
            watch.begin(opened);
        }
    }

    private Optional<Long> clockOffset(DeviceSession opened) {
        Optional<Duration> offset = opened.clockOffset();
        offset.filter(ahead -> ahead.abs().compareTo(LARGEST_CLOCK_OFFSET) > 0)
                .ifPresent(ahead -> LOG.warn(
                        "the clock of {} is {} s ahead of ours",
                        profile.machine().id(),
                        ahead.toSeconds()));
        return offset.map(Duration::toMillis);
    }

    @Override
    public void lost() {
        LOG.info("{} lost its connection", profile.machine().id());
        tell(MachineStatus.offline(clock.instant()));
    }

    private void stateSeen(MachineWatch.StateWord word) {
        MachineStatus before = status;
        boolean same = before.state() == word.state() && before.text().equals(word.text());
        if (keeper.session().isPresent() && !same) {
            tell(new MachineStatus(true, word.state(), word.text(), clock.instant(), before.clockOffsetMillis()));
        }
    }

    private void tell(MachineStatus now) {
        status = now;
        listener.statusChanged(now);
    }

    void close() {
        keeper.close();
    }
}
