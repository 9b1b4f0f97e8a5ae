package org.keyway.opcua.scan;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.keyway.job.ScanPreview;
import org.keyway.job.ScanPreview.Preview;
import org.keyway.opcua.method.CheckedMethod;
import org.keyway.opcua.method.Input;
import org.keyway.opcua.method.Input.MisfitException;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;

/**
 * Method {@code ResolveIdentifier} of the gateway: what a scan would bring to a machine, as the JSON that HTTP and the command
 * line give, and to the control of a machine for this machine alone. Writes nothing. Not shown where nothing can tell.
 */
public final class ResolveIdentifierFeature implements GatewayFeature {
    private static final StatusCode DENIED = new StatusCode(StatusCodes.Bad_UserAccessDenied);
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_DATA = 4096;

    private final Optional<ScanPreview> preview;

    @Inject
    ResolveIdentifierFeature(Optional<ScanPreview> preview) {
        this.preview = preview;
    }

    @Override
    public void attach(GatewayNode gateway) {
        preview.ifPresent(known -> attach(gateway, known));
    }

    private static void attach(GatewayNode gateway, ScanPreview preview) {
        List<Input<?>> inputs = List.of(
                Input.text("CodeType", LONGEST_ID),
                Input.text("Data", LONGEST_DATA),
                Input.text("MachineId", LONGEST_ID),
                Input.text("OperationId", LONGEST_ID));
        CheckedMethod method =
                new CheckedMethod(inputs, gateway.server().getStaticEncodingContext(), (access, arguments) -> {
                    if (!gateway.mayCall(access, (String) arguments.get(2), AccessGroup.SCAN)) {
                        throw new MisfitException(DENIED);
                    }
                    return resolve(
                            preview, arguments.stream().map(String.class::cast).toList());
                });
        gateway.maker(AccessGroup.SCAN)
                .method(
                        gateway.root(),
                        gateway.name("ResolveIdentifier"),
                        method.declaredInputs(),
                        new Argument[] {
                            SubmitScanFeature.output("Result", NodeIds.String),
                            SubmitScanFeature.output("ResultCode", NodeIds.Int32)
                        },
                        method);
    }

    private static Variant[] resolve(ScanPreview preview, List<String> arguments) {
        Optional<Preview> found = preview.preview(
                SubmittedCode.scan(arguments.get(0), arguments.get(1), ""),
                arguments.get(2),
                Optional.of(arguments.get(3)).filter(operation -> !operation.isEmpty()));
        ScanResult result = found.map(one -> one.refusal().map(ScanResult::of).orElse(ScanResult.OFFERED))
                .orElse(ScanResult.WRONG_PLACE);
        return new Variant[] {Variant.ofString(found.map(Preview::json).orElse("{}")), Variant.ofInt32(result.number())
        };
    }
}
