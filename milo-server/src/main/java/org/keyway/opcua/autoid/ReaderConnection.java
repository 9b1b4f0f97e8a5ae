package org.keyway.opcua.autoid;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.keyway.job.JobControl;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.job.reader.ReaderStatus.Feed;
import org.keyway.opcua.link.DeviceClients;
import org.keyway.opcua.link.SessionKeeper;
import org.keyway.profile.CodeReader;

/** One reader as it is connected. What it read while there was no connection is not asked for. */
final class ReaderConnection implements SessionKeeper.Guest<ReaderConnection.Opened> {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(10);

    private final CodeReader reader;
    private final Clock clock;
    private final ReaderRecord record;
    private final CodeIntake intake;
    private final SessionKeeper<Opened> keeper;
    private volatile Feed feed = Feed.OFFLINE;

    /** What every reader shares: who takes scans, who is told, how devices are reached. */
    record Surroundings(JobControl desk, ShopFloorListener news, DeviceClients clients, Clock clock) {}

    /** A session with the reader, and what its namespaces are in it. */
    record Opened(OpcUaClient client, NamespaceTable namespaces) {}

    ReaderConnection(String station, CodeReader reader, Surroundings around) {
        this.reader = reader;
        this.clock = around.clock();
        this.record = new ReaderRecord(station, reader.id(), around.news()::readerChanged, clock);
        this.intake = new CodeIntake(station, reader, around.desk(), record, clock);
        this.keeper = new SessionKeeper<>(
                new SessionKeeper.Device(
                        "reader " + reader.id() + " of station " + station, reader.endpoint(), CALL_TIMEOUT),
                around.clients(),
                this);
    }

    void open() {
        keeper.open();
    }

    ReaderStatus status() {
        return record.status();
    }

    @Override
    public Opened open(OpcUaClient client, UaSession active) throws UaException {
        return new Opened(client, client.readNamespaceTable());
    }

    @Override
    public void begin(Opened opened, boolean first) {
        if (!first && feed != Feed.OFFLINE) {
            record.online(feed);
            return;
        }
        feed = Feed.OFFLINE;
        try {
            ReaderSubscription subscription = new ReaderSubscription(
                    opened.client(), opened.namespaces(), new CodeFeed(opened.namespaces(), intake, clock));
            begun(opened, subscription.begin(reader.node(), new Watch(opened.client())));
        } catch (UaException e) {
            failed(String.valueOf(e.getMessage()));
            keeper.renew(opened, BETWEEN_TRIALS);
        }
    }

    private void begun(Opened opened, ReaderSubscription.Outcome outcome) {
        if (outcome instanceof ReaderSubscription.Outcome.Begun begun) {
            feed = begun.feed();
            record.online(feed);
        } else if (outcome instanceof ReaderSubscription.Outcome.Unfit unfit) {
            record.offline(unfit.code(), Map.of("endpoint", reader.endpoint().url(), "node", reader.node()));
            // A reader may be set up while we look.
            keeper.renew(opened, BETWEEN_TRIALS);
        }
    }

    @Override
    public void lost() {
        failed("connection lost");
    }

    @Override
    public void failed(String reason) {
        record.offline(AutoIdCode.OFFLINE, Map.of("endpoint", reader.endpoint().url(), "status", reason));
    }

    /** Ends the connection in good order. */
    void close() {
        keeper.close();
        intake.finish();
    }

    /** Ends the connection without waiting. */
    void abandon() {
        keeper.abandon();
        intake.stop();
    }

    /** What a subscription tells of itself. One that is gone tells nothing of codes any more, and says so at most once. */
    private final class Watch implements OpcUaSubscription.SubscriptionListener {
        private final OpcUaClient client;

        Watch(OpcUaClient client) {
            this.client = client;
        }

        @Override
        public void onNotificationDataLost(OpcUaSubscription subscription) {
            intake.lost();
        }

        @Override
        public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
            if (status.isBad()) {
                renew(status.toString());
            }
        }

        @Override
        public void onTransferFailed(OpcUaSubscription subscription, StatusCode status) {
            renew(status.toString());
        }

        @Override
        public void onWatchdogTimerElapsed(OpcUaSubscription subscription) {
            renew("the subscription is silent");
        }

        private void renew(String reason) {
            keeper.session().filter(now -> now.client() == client).ifPresent(now -> {
                failed(reason);
                keeper.renew(now, Duration.ZERO);
            });
        }
    }
}
