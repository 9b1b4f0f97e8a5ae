package org.keyway.opcua.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;

/** The clock of a device (OPC 10000-5 6.3.4, CurrentTime). Nothing is ordered by it; people are told when it is wrong. */
final class DeviceClock {
    private DeviceClock() {}

    /** How far it is ahead of ours, to half of the time that asking takes; empty when the device doesn't say. */
    static Optional<Duration> offset(OpcUaClient client, Clock ours) throws UaException {
        Instant asked = ours.instant();
        DataValue answer = client.readValues(
                        0.0, TimestampsToReturn.Neither, List.of(NodeIds.Server_ServerStatus_CurrentTime))
                .get(0);
        Instant answered = ours.instant();
        if (!answer.statusCode().isGood() || !(answer.value().value() instanceof DateTime time)) {
            return Optional.empty();
        }
        Instant between = asked.plus(Duration.between(asked, answered).dividedBy(2));
        return Optional.of(Duration.between(between, time.getJavaInstant()));
    }
}
