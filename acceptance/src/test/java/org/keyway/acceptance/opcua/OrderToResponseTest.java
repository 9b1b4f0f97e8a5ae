package org.keyway.acceptance.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.app.demo.Demo;
import org.keyway.job.Jobs;
import org.keyway.job.account.Role;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobOrderAndState;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;

/** A manufacturing execution system orders a part, a PLC delivers the scan of it, and the response tells what became of it. */
final class OrderToResponseTest {
    private static final String MACHINE = "HMC-01";
    private static final String LABEL = "010690123400001610L261116A<GS>21CB150-00017<GS>92B<GS>9395";

    private static final LocalizedText[] NO_COMMENT = {};

    @TempDir
    private Path folder;

    private Demo demo;
    private OpcUaClient client;

    @BeforeEach
    void start() throws Exception {
        demo = Demo.start(new Demo.Settings(folder, 0, 0, 0, 0));
        client = SignedIn.to(demo.server(), Role.OBSERVER, Role.MES_CLIENT, Role.OPERATOR);
        client.readNamespaceTable();
        Isa95DataType.register(client.getStaticDataTypeManager(), client.getNamespaceTable());
    }

    @AfterEach
    void stop() throws Exception {
        client.disconnect();
        demo.close();
    }

    private static NodeId node(String path) {
        return new NodeId(8, path);
    }

    private List<@Nullable Object> call(String object, String method, Object... arguments) throws Exception {
        Variant[] inputs = Arrays.stream(arguments).map(Variant::new).toArray(Variant[]::new);
        CallMethodResult result = client.call(
                        List.of(new CallMethodRequest(node(object), node(object + "/" + method), inputs)))
                .getResults()[0];
        assertThat(result.getStatusCode().isGood())
                .as("%s", result.getStatusCode())
                .isTrue();
        return Arrays.stream(result.getOutputArguments())
                .<@Nullable Object>map(Variant::value)
                .toList();
    }

    private ExtensionObject order(String id) {
        Isa95Material block = new Isa95Material(
                Optional.empty(),
                Optional.of("CB-150"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Material produced"),
                Optional.of("1"),
                Optional.empty(),
                Optional.empty());
        return ExtensionObject.encode(
                client.getStaticEncodingContext(),
                new Isa95JobOrder(
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of((short) 5),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(block))));
    }

    private <T> T decoded(@Nullable Object body, Class<T> type) {
        return type.cast(((ExtensionObject) Objects.requireNonNull(body)).decode(client.getStaticEncodingContext()));
    }

    private int topState(String order) throws Exception {
        Object list = client.readValue(
                        0, TimestampsToReturn.Neither, node(MACHINE + "/JobManagement/JobOrderControl/JobOrderList"))
                .value()
                .value();
        return Arrays.stream((ExtensionObject[]) Objects.requireNonNull(list))
                .map(body -> decoded(body, Isa95JobOrderAndState.class))
                .filter(listed -> listed.jobOrder().jobOrderId().equals(order))
                .map(listed -> listed.state().get(0).stateNumber().intValue())
                .findFirst()
                .orElse(0);
    }

    private List<@Nullable Object> scan(String request) throws Exception {
        return call(MACHINE, "SubmitScan", request, "ST-10", "GS1", LABEL, "d2", "op-7");
    }

    @Test
    void anOrderIsTakenByTheScanOfItsPartAndAnsweredWhenTheMachineIsDone() throws Exception {
        String control = MACHINE + "/JobManagement/JobOrderControl";
        assertThat(call(control, "StoreAndStart", order("JO-1"), NO_COMMENT)).containsExactly(ULong.valueOf(1));
        assertThat(topState("JO-1")).isEqualTo(2);

        List<@Nullable Object> first = scan("1");
        List<@Nullable Object> again = scan("1");

        assertThat(first.get(0)).isEqualTo(0);
        assertThat(again.get(0)).isEqualTo(0);
        assertThat(again.get(2)).isEqualTo(first.get(2));
        String job = String.valueOf(first.get(2));
        assertThat(demo.server().part(Jobs.class).find(job).orElseThrow().order())
                .contains("JO-1");
        await().untilAsserted(() -> assertThat(topState("JO-1")).isEqualTo(5));

        List<@Nullable Object> answer =
                call(MACHINE + "/JobManagement/JobOrderResults", "RequestJobResponseByJobOrderID", "JO-1");
        assertThat(answer.get(1)).isEqualTo(ULong.valueOf(1));
        Isa95JobResponse response = decoded(answer.get(0), Isa95JobResponse.class);
        assertThat(response.materialActuals().orElseThrow())
                .extracting(Isa95Material::materialLotId)
                .containsExactly(Optional.of("L261116A"));
        assertThat(response.jobResponseData().orElseThrow())
                .extracting(Isa95Parameter::id)
                .contains("JobResult", "boreDiameter");
        assertThat(call(control, "Clear", "JO-1", NO_COMMENT)).containsExactly(ULong.valueOf(1));
        assertThat(topState("JO-1")).isZero();
    }

    @Test
    void whatAScanWouldBringIsToldOverOpcUaAsOverHttp() throws Exception {
        String label = LABEL.replace("<GS>", "\u001D");
        HttpRequest request = HttpRequest.newBuilder(demo.server().http().resolve("/api/v1/match"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"data\":\"\\u001D%s\",\"machine\":\"%s\"}"
                        .formatted(LABEL.replace("<GS>", "\\u001D"), MACHINE)))
                .build();
        String overHttp = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();

        assertThat(call("Keyway", "ResolveIdentifier", "GS1", label, MACHINE, ""))
                .containsExactly(overHttp, 0);
        assertThat(call("Keyway", "ResolveIdentifier", "RAW:STRING", "nothing we know", MACHINE, "")
                        .get(1))
                .isEqualTo(3);
        assertThat(call("Keyway", "ResolveIdentifier", "GS1", label, "none", "").get(1))
                .isEqualTo(10);
    }

    @Test
    void aScanAtAnotherStationOrOfAnUnknownLabelIsRefusedByNumber() throws Exception {
        assertThat(call(MACHINE, "SubmitScan", "1", "ST-11", "GS1", LABEL, "d2", "op-7")
                        .get(0))
                .isEqualTo(10);
        assertThat(call(MACHINE, "SubmitScan", "2", "", "RAW:STRING", "nothing we know", "", "")
                        .get(0))
                .isEqualTo(3);
    }
}
