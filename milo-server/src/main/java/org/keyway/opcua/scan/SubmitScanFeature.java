package org.keyway.opcua.scan;

import static org.keyway.opcua.space.Namespaces.TYPES;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.keyway.job.JobControl;
import org.keyway.job.Jobs;
import org.keyway.opcua.method.CheckedMethod;
import org.keyway.opcua.method.Input;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;

/** Method {@code SubmitScan} of each machine: a PLC or a gateway delivers a scan. */
public final class SubmitScanFeature implements MachineFeature {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_CODE_TYPE = 64;
    private static final int LONGEST_SYMBOLOGY = 64;
    /** Of what is read at all; a longer label than any is refused on record. */
    private static final int LONGEST_DATA = 65_536;

    private final JobControl control;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    SubmitScanFeature(JobControl control, Jobs jobs, Clock clock) {
        this.control = control;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Attachment attach(MachineNode machine) {
        SubmittedScan scan = new SubmittedScan(machine, control, jobs, clock);
        List<Input<?>> inputs = List.of(
                Input.text("RequestId", SubmittedScan.LONGEST_REQUEST),
                Input.text("StationId", LONGEST_ID),
                Input.text("CodeType", LONGEST_CODE_TYPE),
                Input.text("Data", LONGEST_DATA),
                Input.text("Symbology", LONGEST_SYMBOLOGY),
                Input.text("OperatorId", LONGEST_ID));
        CheckedMethod method = new CheckedMethod(
                inputs,
                machine.server().getStaticEncodingContext(),
                (access, arguments) -> scan.submit(
                        access, arguments.stream().map(String.class::cast).toList()));
        machine.maker(AccessGroup.SCAN)
                .method(
                        machine.root(),
                        machine.name(TYPES, "SubmitScan"),
                        method.declaredInputs(),
                        new Argument[] {
                            output("ResultCode", NodeIds.Int32),
                            output("OfferSeq", NodeIds.UInt32),
                            output("JobOrderId", NodeIds.String),
                            output("Message", NodeIds.LocalizedText)
                        },
                        method);
        return new Attachment() {};
    }

    static Argument output(String name, NodeId type) {
        return new Argument(name, type, ValueRanks.Scalar, null, LocalizedText.NULL_VALUE);
    }
}
