package org.keyway.opcua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.Reading;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobParameter;
import org.keyway.job.JobRecorder;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.account.Account;
import org.keyway.job.account.Role;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.profile.SetVersion;

/** A machine that holds another value than it was given: what those who listen hear of it, and when it is over. */
final class MachineEventsTest {
    private static final String[] FIELDS = {
        "EventType",
        "SourceNode",
        "SourceName",
        "Severity",
        "Message",
        ":JobOrderId",
        ":ParameterName",
        ":ParamNo",
        ":Expected",
        ":Found",
        ":Active"
    };

    private WholeFloor floor;

    @BeforeEach
    void serve(@TempDir Path folder) throws Exception {
        floor = new WholeFloor(folder);
    }

    @AfterEach
    void close() throws Exception {
        floor.close();
    }

    private HeardEvents mismatches(OpcUaClient client, NodeId notifier) throws Exception {
        return HeardEvents.ofType(client, notifier, KeywayTypes.MISMATCH_EVENT, FIELDS);
    }

    private Job staging() {
        Reading reading = new Reading(
                "B-1",
                Optional.empty(),
                "plain",
                true,
                List.of(),
                Optional.of("plain:B-1"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
        JobParameter speed = new JobParameter(
                "speed",
                8000,
                Optional.of("r/min"),
                new SetVersion("SPEED", 1),
                "nsu=urn:cnc;s=Speed",
                Optional.empty(),
                Optional.empty(),
                false);
        return floor.part(JobRecorder.class)
                .open(
                        floor.part(JobIds.class).next(),
                        new JobEvent.Received("ST-10", "B-1", Optional.empty(), Optional.empty()),
                        List.of(
                                new JobEvent.Identified(reading, Optional.empty()),
                                new JobEvent.Matched("MILL", "OP10", List.of(speed), List.of()),
                                new JobEvent.Staging()));
    }

    private Job differing() {
        Job job = staging();
        JobParameter held = job.parameters().get(0).traced(8000.0, Optional.of(7000.0), false);
        var problem = floor.part(ProblemCatalogue.class)
                .problem(
                        JobCode.VALUE_DIFFERS,
                        Map.of("machine", "MILL", "parameter", "speed", "wanted", 8000.0, "found", 7000.0));
        return floor.part(JobRecorder.class).record(job, new JobEvent.Failed(problem, List.of(held)));
    }

    private Job repaired() {
        return floor.part(JobRecorder.class)
                .record(
                        staging(),
                        new JobEvent.Staged(Map.of()),
                        new JobEvent.Verified(List.of(8000.0), List.of(8000.0)));
    }

    @Test
    void aMismatchIsToldWhenItIsFoundAndWhenItIsOver() throws Exception {
        OpcUaClient client = floor.as(Account.of("observer", Role.OBSERVER));
        HeardEvents atMachine = mismatches(client, WholeFloor.node("MILL"));
        HeardEvents atServer = mismatches(client, NodeIds.Server);

        Job wrong = differing();
        await().untilAsserted(() -> assertThat(atMachine.all("Active")).containsExactly(true));
        assertThat(WholeFloor.read(client, "MILL/Delivery/MismatchActive")).contains(true);
        staging();
        assertThat(WholeFloor.read(client, "MILL/Delivery/MismatchActive")).contains(true);
        Job right = repaired();

        await().untilAsserted(() -> assertThat(atMachine.all("Active")).containsExactly(true, false));
        await().untilAsserted(() -> assertThat(atServer.all("Active")).containsExactly(true, false));
        assertThat(WholeFloor.read(client, "MILL/Delivery/MismatchActive")).contains(false);
        assertThat(atMachine.all("EventType")).containsOnly(new NodeId(7, KeywayTypes.MISMATCH_EVENT));
        assertThat(atMachine.all("SourceNode")).containsOnly(WholeFloor.node("MILL"));
        assertThat(atMachine.all("SourceName")).containsOnly("MILL");
        assertThat(atMachine.all("JobOrderId")).containsExactly(wrong.id(), right.id());
        assertThat(atMachine.all("ParameterName")).containsOnly("speed");
        assertThat(atMachine.all("Expected")).containsOnly(8000.0);
        assertThat(atMachine.all("Found")).containsExactly(7000.0, 8000.0);
        assertThat(atMachine.all("Severity").get(0)).hasToString("800");
    }

    @Test
    void aMismatchIsToldInTheLanguageOfWhoListens() throws Exception {
        HeardEvents english = mismatches(floor.as(Account.of("wright", Role.OPERATOR)), WholeFloor.node("MILL"));
        HeardEvents chinese =
                mismatches(floor.as(Account.of("wang", Role.OPERATOR), "fr", "zh-CN"), WholeFloor.node("MILL"));

        differing();

        await().untilAsserted(() -> assertThat(english.all("Message"))
                .singleElement()
                .satisfies(told -> assertThat(((LocalizedText) told).text()).contains("wanted 8000, found 7000")));
        await().untilAsserted(() -> assertThat(chinese.all("Message"))
                .singleElement()
                .satisfies(told -> {
                    assertThat(((LocalizedText) told).locale()).isEqualTo("zh");
                    assertThat(((LocalizedText) told).text()).contains("要求 8000，实际 7000");
                }));
    }
}
