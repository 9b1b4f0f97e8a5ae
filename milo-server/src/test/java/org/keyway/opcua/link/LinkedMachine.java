package org.keyway.opcua.link;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyway.identifier.Message;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.Setpoint;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.profile.ArrayBounds;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.Endpoint;
import org.keyway.profile.Handshake;
import org.keyway.profile.Interlock;
import org.keyway.profile.LocalText;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ResultNode;
import org.keyway.profile.StateNode;
import org.keyway.profile.ValueType;
import org.keyway.simulator.MachineModel;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.ValueKind;
import org.keyway.simulator.server.SimulatedCell;

/** A simulated machine with a parameter of each type, and a link to it. */
final class LinkedMachine implements AutoCloseable {
    static final String ID = "M1";
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final SimulatedCell cell;
    final SimulatedMachine machine;
    final MachineLink link;
    final List<MachineStatus> statuses = new CopyOnWriteArrayList<>();
    final List<String> accepted = new CopyOnWriteArrayList<>();
    final List<String> done = new CopyOnWriteArrayList<>();
    private final DeviceClients clients;

    LinkedMachine(Path pki) throws Exception {
        cell = new SimulatedCell(List.of(model()), 0);
        machine = cell.machine(ID).orElseThrow();
        cell.start();
        clients = new DeviceClients(new Pki(new OpcUaConfiguration(pki, 0), Clock.systemUTC()));
        link = new OpcUaWriteLinkFactory(clients, Clock.systemUTC())
                .open(machineAt(cell.url()), profile(), new Listener());
        awaitOnline();
    }

    private static MachineModel model() {
        List<MachineModel.ParameterModel> parameters = new ArrayList<>();
        for (ValueKind kind : ValueKind.values()) {
            parameters.add(new MachineModel.ParameterModel("Value" + kind.dataType(), kind));
            parameters.add(new MachineModel.ParameterModel("Array" + kind.dataType(), kind, 2));
        }
        return new MachineModel(
                ID,
                parameters,
                List.of(new MachineModel.MeasurementModel("Size", 10, Map.of("ValueDouble", 1.0), 0)),
                Duration.ZERO,
                Duration.ofMillis(20),
                10);
    }

    static Machine machineAt(String url) {
        return new Machine(
                ID,
                new Name("Machine", "机床"),
                "ANY",
                "ST-1",
                "OP10",
                "any",
                new Endpoint(url, "None", Optional.empty(), Optional.empty()));
    }

    static Parameter parameter(ValueType type) {
        return new Parameter(
                "value" + type.opcUaName(),
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                node("Stage/Value" + type.opcUaName()),
                Optional.empty(),
                new Name("Value", "值"));
    }

    static String node(String path) {
        return "nsu=urn:cnc:{machine};s=" + path;
    }

    static ResultNode result(String path) {
        return new ResultNode(path, "mm", node(path), ResultNode.Kind.MEASUREMENT, Optional.empty(), Optional.empty());
    }

    static MachineProfile profile() {
        return new MachineProfile(
                "any",
                "opcua-write",
                new DeliverySettings(CALL_TIMEOUT, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), 5, 3),
                List.of(),
                new Handshake(node("Stage/JobId"), node("Stage/JobReady"), node("Stage/AcceptedJobId")),
                List.of(new Interlock(node("Machine/State"), List.of("Idle"), new Message("busy", "忙"))),
                List.of(),
                Optional.of(node("Stage/DoneJobId")),
                Optional.of(new StateNode(
                        node("Machine/State"),
                        Map.of("Idle", StateNode.State.READY, "Running", StateNode.State.RUNNING))));
    }

    /** A value for a parameter of each type. */
    static List<Setpoint> setpoints() {
        return values().entrySet().stream()
                .map(value -> new Setpoint(parameter(value.getKey()), value.getValue()))
                .toList();
    }

    /** An array of each type, with its value twice. */
    static List<Setpoint> arraySetpoints() {
        return values().entrySet().stream()
                .map(value -> array(value.getKey(), List.of(value.getValue(), value.getValue())))
                .toList();
    }

    /** An array for the array node of its type. */
    static Setpoint array(ValueType type, List<Object> items) {
        Parameter single = parameter(type);
        Parameter parameter = new Parameter(
                "array" + type.opcUaName(),
                type,
                single.unit(),
                single.min(),
                single.max(),
                true,
                single.tolerance(),
                single.maxLength(),
                node("Stage/Array" + type.opcUaName()),
                single.nodeUnit(),
                single.label());
        return new Setpoint(parameter.ofArray(new ArrayBounds(0, 10)), items);
    }

    private static Map<ValueType, Object> values() {
        Map<ValueType, Object> values = new LinkedHashMap<>();
        values.put(ValueType.BOOLEAN, true);
        values.put(ValueType.SBYTE, new BigDecimal("-128"));
        values.put(ValueType.BYTE, new BigDecimal("255"));
        values.put(ValueType.INT16, new BigDecimal("-32768"));
        values.put(ValueType.UINT16, new BigDecimal("65535"));
        values.put(ValueType.INT32, new BigDecimal("-2147483648"));
        values.put(ValueType.UINT32, new BigDecimal("4294967295"));
        values.put(ValueType.INT64, new BigDecimal("9223372036854775807"));
        values.put(ValueType.FLOAT, new BigDecimal("0.1"));
        values.put(ValueType.DOUBLE, new BigDecimal("52.003"));
        values.put(ValueType.UINT64, new BigDecimal("18446744073709551615"));
        values.put(ValueType.STRING, "O1234 曲轴箱");
        values.put(ValueType.DATE_TIME, "2026-11-25T08:00:00.123456700Z");
        values.put(ValueType.GUID, "0ae1b6f0-1c2d-4e5f-8a9b-000000000001");
        values.put(ValueType.BYTE_STRING, "AAEC/w==");
        values.put(ValueType.XML_ELEMENT, "<tool n=\"1\">刀具</tool>");
        values.put(ValueType.NODE_ID, "nsu=urn:cnc:M1;s=Stage/ValueDouble");
        values.put(ValueType.EXPANDED_NODE_ID, "svr=1;nsu=urn:elsewhere;i=7");
        values.put(ValueType.STATUS_CODE, "0x803C0000");
        values.put(ValueType.QUALIFIED_NAME, "nsu=urn:cnc:M1;Tool");
        values.put(ValueType.LOCALIZED_TEXT, new LocalText(Optional.of("zh-CN"), "刀具"));
        return values;
    }

    void awaitOnline() {
        await().atMost(PATIENCE).until(() -> link.status().online());
    }

    void awaitOffline() {
        await().atMost(PATIENCE).until(() -> !link.status().online());
    }

    Object held(String path) {
        return machine.memory().get(path);
    }

    @Override
    public void close() {
        link.close();
        clients.stop();
        cell.close();
    }

    private final class Listener implements LinkListener {
        @Override
        public void statusChanged(MachineStatus status) {
            statuses.add(status);
        }

        @Override
        public void jobAccepted(String jobId) {
            accepted.add(jobId);
        }

        @Override
        public void jobDone(String jobId) {
            done.add(jobId);
        }
    }
}
