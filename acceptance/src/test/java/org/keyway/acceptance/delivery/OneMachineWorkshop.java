package org.keyway.acceptance.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.keyway.simulator.MachineModel;
import org.keyway.simulator.MachineModel.ParameterModel;
import org.keyway.simulator.ValueKind;

/** The smallest workshop: one product, one station, one machine with a parameter of each common type. */
final class OneMachineWorkshop {
    static final String MACHINE = "M1";
    static final String STATION = "ST-1";
    private static final String GTIN = "06901234000016";

    /** What the machine must have got before it machines anything. */
    static final Map<String, Object> VALUES = Map.of(
            "SpindleSpeed",
            8000.5,
            "FeedRate",
            960.06,
            "ToolNumber",
            12,
            "Passes",
            Unsigned.ushort(3),
            "Coolant",
            true,
            "NcProgram",
            "O4711");

    private OneMachineWorkshop() {}

    static String label(int serial) {
        return "]d201" + GTIN + "21S" + serial;
    }

    static MachineModel model() {
        return new MachineModel(
                MACHINE,
                List.of(
                        new ParameterModel("SpindleSpeed", ValueKind.DOUBLE),
                        new ParameterModel("FeedRate", ValueKind.DOUBLE),
                        new ParameterModel("ToolNumber", ValueKind.INT32),
                        new ParameterModel("Passes", ValueKind.UINT16),
                        new ParameterModel("Coolant", ValueKind.BOOLEAN),
                        new ParameterModel("NcProgram", ValueKind.STRING)),
                List.of(),
                Duration.ofMillis(5),
                Duration.ofMillis(5),
                10);
    }

    static final String YAML = """
            kind: ProductFamily
            id: BLOCK
            name: {en: Block, zh: 气缸体}
            ---
            kind: Product
            id: B-1
            family: BLOCK
            name: {en: Block 1, zh: 气缸体 1}
            identifiers: ["gtin:06901234000016", "plain:LZSPCJLG3R1000012", "plain:3074257BF7194E4000001A85"]
            ---
            kind: Station
            id: ST-1
            name: {en: Station, zh: 工位}
            repeatWindow: 100ms
            ---
            kind: MachineProfile
            id: mill
            delivery: opcua-write
            settings: {callTimeout: "${TIMEOUT}", readBackDelay: 0s, secondReadDelay: 200ms, acceptTimeout: 500ms, batchSize: 4, attempts: 3}
            parameters:
              - {name: spindleSpeed, type: Double, unit: r/min, min: 50, max: 12000, node: "nsu=urn:cnc:{machine};s=Stage/SpindleSpeed", label: {en: Spindle speed, zh: 主轴转速}}
              - {name: feedRate, type: Double, unit: mm/min, min: 1, max: 5000, node: "nsu=urn:cnc:{machine};s=Stage/FeedRate", label: {en: Feed rate, zh: 进给速度}}
              - {name: toolNumber, type: Int32, min: 1, max: 99, node: "nsu=urn:cnc:{machine};s=Stage/ToolNumber", label: {en: Tool number, zh: 刀具号}}
              - {name: passes, type: UInt16, min: 1, max: 9, node: "nsu=urn:cnc:{machine};s=Stage/Passes", label: {en: Passes, zh: 走刀次数}}
              - {name: coolant, type: Boolean, node: "nsu=urn:cnc:{machine};s=Stage/Coolant", label: {en: Coolant, zh: 冷却液}}
              - {name: ncProgram, type: String, node: "nsu=urn:cnc:{machine};s=Stage/NcProgram", label: {en: NC program, zh: 数控程序}}
            handshake: {jobId: "nsu=urn:cnc:{machine};s=Stage/JobId", ready: "nsu=urn:cnc:{machine};s=Stage/JobReady", accepted: "nsu=urn:cnc:{machine};s=Stage/AcceptedJobId"}
            interlocks:
              - {node: "nsu=urn:cnc:{machine};s=Machine/State", equals: Idle, message: {en: The machine is not idle., zh: 机床未空闲。}}
            completion: {node: "nsu=urn:cnc:{machine};s=Stage/DoneJobId"}
            state: {node: "nsu=urn:cnc:{machine};s=Machine/State", values: {Idle: READY, Running: RUNNING, Alarm: ALARM}}
            ---
            kind: Machine
            id: M1
            name: {en: Mill, zh: 铣床}
            class: MILL
            station: ST-1
            operation: OP10
            profile: mill
            endpoint: {url: "opc.tcp://127.0.0.1:${CELL_PORT}", security: None}
            ---
            kind: ParameterSet
            id: B-1-OP10
            scope: {product: B-1, machineClass: MILL}
            values: {spindleSpeed: 8000.5, feedRate: {formula: "spindleSpeed * 0.12", unit: mm/min}, toolNumber: 12, passes: 3, coolant: true, ncProgram: O4711}
            """;
}
