package org.keyway.acceptance.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.app.demo.Demo;
import org.keyway.job.account.Role;

/** The control of a machine is told nothing of others, neither what they get nor whether there are any. */
final class OwnMachineTest {
    @TempDir
    private Path folder;

    private static CallMethodResult resolved(OpcUaClient plc, String machine) throws Exception {
        Variant[] inputs = Arrays.stream(new String[] {"", "P150-0042/L261116A/00187", machine, ""})
                .map(Variant::ofString)
                .toArray(Variant[]::new);
        return plc.call(List.of(new CallMethodRequest(
                        new NodeId(8, "Keyway"), new NodeId(8, "Keyway/ResolveIdentifier"), inputs)))
                .getResults()[0];
    }

    @Test
    void whatALabelBringsIsToldForTheOwnMachineAlone() throws Exception {
        try (Demo demo = Demo.start(new Demo.Settings(folder, 0, 0, 0, 0))) {
            OpcUaClient plc = SignedIn.to(demo.server(), Set.of("HMC-01"), Role.MACHINE_CLIENT);
            try {
                assertThat(resolved(plc, "HMC-01").getOutputArguments()[0].value())
                        .asString()
                        .contains("O1107");
                for (String other : List.of("HMC-02", "none", "")) {
                    CallMethodResult answer = resolved(plc, other);
                    assertThat(answer.getStatusCode().value()).isEqualTo(StatusCodes.Bad_UserAccessDenied);
                    assertThat(answer.getOutputArguments()).isNullOrEmpty();
                }
            } finally {
                plc.disconnect();
            }
        }
    }
}
