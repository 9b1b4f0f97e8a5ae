package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.identity.X509IdentityProvider;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.job.account.Account;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.security.access.GuardedFloor.Nodes;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.opcua.server.Guests;

/** Ways round the rights, and what the stack leaves open by itself. */
final class AccessTest {
    @SuppressWarnings("NullAway.Init") // set before each
    private GuardedFloor floor;

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        floor = new GuardedFloor(pki);
    }

    @AfterEach
    void close() throws Exception {
        floor.close();
    }

    private static CallMethodRequest call(Nodes nodes) {
        return new CallMethodRequest(nodes.object().getNodeId(), nodes.method().getNodeId(), new Variant[0]);
    }

    private static List<StatusCode> write(OpcUaClient client, Object value, NodeId... nodes) throws UaException {
        return client.writeValues(
                List.of(nodes),
                Stream.of(nodes)
                        .map(node -> DataValue.valueOnly(Variant.of(value)))
                        .toList());
    }

    @Test
    void aDeniedCallOfABatchIsNotRunAndTheAllowedOneIs() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER, Role.OPERATOR);
        Nodes allowed = floor.nodes("M1", AccessGroup.SCAN);
        Nodes denied = floor.nodes("M1", AccessGroup.JOB_ORDERS);

        CallMethodResult[] results = observer.call(List.of(call(denied), call(allowed), call(denied)))
                .getResults();

        assertThat(results)
                .extracting(result -> result.getStatusCode().value())
                .containsExactly(StatusCodes.Bad_UserAccessDenied, StatusCodes.Good, StatusCodes.Bad_UserAccessDenied);
        assertThat(floor.called).containsExactly(allowed.method().getNodeId());
    }

    @Test
    void withoutEncryptionOneReadsAndDoesNothingElse() throws Exception {
        OpcUaClient anonymous = floor.anonymous();
        Nodes plc = floor.nodes("M1", AccessGroup.HANDOVER_PLC);
        Nodes gateway = floor.nodes("M1", AccessGroup.HANDOVER_GATEWAY);

        assertThat(write(anonymous, 1, plc.variable().getNodeId()))
                .extracting(StatusCode::value)
                .containsExactly(StatusCodes.Bad_SecurityModeInsufficient);
        assertThat(anonymous
                        .call(List.of(call(floor.nodes("M1", AccessGroup.SCAN))))
                        .getResults()[0]
                        .getStatusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_SecurityModeInsufficient);
        assertThat(floor.called).isEmpty();
        assertThat(anonymous
                        .readValue(
                                0,
                                TimestampsToReturn.Neither,
                                gateway.variable().getNodeId())
                        .statusCode()
                        .isGood())
                .isTrue();
        assertThat(anonymous
                        .readValue(0, TimestampsToReturn.Neither, plc.variable().getNodeId())
                        .statusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_SecurityModeInsufficient);
    }

    @Test
    void oneDeniedNodeOfAWriteLeavesTheOthersOfItsMachineAlone() throws Exception {
        OpcUaClient plc = floor.as(Role.MACHINE_CLIENT);
        Nodes own = floor.nodes("M1", AccessGroup.HANDOVER_PLC);
        Nodes readOnly = floor.nodes("M1", AccessGroup.HANDOVER_GATEWAY);

        List<StatusCode> answers =
                write(plc, 5, own.variable().getNodeId(), readOnly.variable().getNodeId());

        assertThat(answers)
                .extracting(StatusCode::value)
                .containsExactly(StatusCodes.Bad_InvalidState, StatusCodes.Bad_NotWritable);
        assertThat(own.variable().getValue().value().value()).isEqualTo(0);
    }

    @Test
    void anApplicationThatIsAnAccountNeedsNoName() throws Exception {
        OpcUaClient everybody = floor.kept(floor.workshop.client());
        NodeId node = floor.nodes("M2", AccessGroup.HANDOVER_PLC).variable().getNodeId();
        assertThat(write(everybody, 7, node)).allMatch(StatusCode::isGood);
    }

    @Test
    void whoIsRemovedCanDoNothingMoreWithTheSessionThatHeHas() throws Exception {
        OpcUaClient plc = floor.as(Role.MACHINE_CLIENT);
        NodeId node = floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable().getNodeId();
        assertThat(write(plc, 1, node)).allMatch(StatusCode::isGood);

        floor.workshop.guests().desk(floor.workshop).remove("user0");

        assertThat(write(plc, 2, node)).extracting(StatusCode::value).containsExactly(StatusCodes.Bad_UserAccessDenied);
        assertThat(plc.readValue(0, TimestampsToReturn.Neither, node)
                        .statusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_UserAccessDenied);
    }

    @Test
    void aWrongPasswordIsRefusedAndKeptInTheAudit() throws Exception {
        Account li = Account.of("li", Role.OPERATOR);
        floor.workshop.guests().desk(floor.workshop).add(li, Optional.of(GuardedFloor.PASSWORD));
        assertThatThrownBy(() -> floor.workshop.guests().named(floor.url(), "li", "a wrong password"))
                .isInstanceOf(UaException.class);
        floor.workshop.close();
        assertThat(floor.workshop.guests().audited()).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditEntry.Kind.SIGN_IN);
            assertThat(entry.account()).contains("li");
            assertThat(entry.status()).isEqualTo("Bad_UserAccessDenied");
        });
    }

    @Test
    void nobodySwitchesDiagnosticsOnThoughTheNodeOnceCouldBeWritten() throws Exception {
        for (OpcUaClient client : List.of(floor.anonymous(), floor.as(Role.SECURITY_ADMIN))) {
            assertThat(write(client, true, NodeIds.Server_ServerDiagnostics_EnabledFlag))
                    .noneMatch(StatusCode::isGood);
        }
    }

    @Test
    void whatTellsOfOtherClientsIsForAdministrators() throws Exception {
        NodeId sessions = NodeIds.Server_ServerDiagnostics_SessionsDiagnosticsSummary_SessionDiagnosticsArray;
        assertThat(floor.as(Role.OPERATOR)
                        .readValue(0, TimestampsToReturn.Neither, sessions)
                        .statusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_UserAccessDenied);
    }

    @Test
    void nothingButAValueCanBeWritten() throws Exception {
        OpcUaClient plc = floor.as(Role.MACHINE_CLIENT);
        NodeId node = floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable().getNodeId();
        StatusCode status = plc.write(List.of(new WriteValue(
                        node,
                        AttributeId.DisplayName.uid(),
                        null,
                        DataValue.valueOnly(Variant.of(LocalizedText.english("mine"))))))
                .getResults()[0];
        assertThat(status.isBad()).isTrue();
    }

    @Test
    void rolesOfANodeAreReadByAdministratorsAlone() throws Exception {
        ReadValueId roles = new ReadValueId(
                floor.nodes("M1", AccessGroup.PUBLIC).object().getNodeId(),
                AttributeId.RolePermissions.uid(),
                null,
                null);
        assertThat(floor.as(Role.OBSERVER)
                        .read(0, TimestampsToReturn.Neither, List.of(roles))
                        .getResults()[0]
                        .statusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_UserAccessDenied);
        assertThat(floor.as(Role.SECURITY_ADMIN)
                        .read(0, TimestampsToReturn.Neither, List.of(roles))
                        .getResults()[0]
                        .statusCode()
                        .isGood())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = SecurityPolicy.class,
            names = {"Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"})
    void everyPolicyThatIsOfferedConnectsWithAPassword(SecurityPolicy policy) throws Exception {
        account("li", Role.OPERATOR, Optional.empty());
        OpcUaClient client = floor.kept(floor.workshop
                .guests()
                .secured(floor.url(), policy, new UsernameProvider("li", GuardedFloor.PASSWORD)));
        assertThat(client.call(List.of(call(floor.nodes("M1", AccessGroup.SCAN))))
                        .getResults()[0]
                        .getStatusCode())
                .isEqualTo(StatusCode.GOOD);
    }

    private void account(String name, Role role, Optional<String> certificate) {
        Account account = new Account(name, Set.of(role), Set.of(), certificate, Optional.empty());
        floor.workshop.guests().desk(floor.workshop).add(account, Optional.of(GuardedFloor.PASSWORD));
    }

    @Test
    void aUserWithACertificateOfHisOwnIsWhoItSays() throws Exception {
        KeyPair keys = Guests.keys();
        X509Certificate certificate = Guests.certificate(keys, "urn:a:person");
        X509IdentityProvider user = new X509IdentityProvider(certificate, keys.getPrivate());
        assertThatThrownBy(() -> floor.workshop.guests().secured(floor.url(), SecurityPolicy.Basic256Sha256, user))
                .isInstanceOf(UaException.class);

        account("zhao", Role.SUPERVISOR, Optional.of(Thumbprint.of(certificate)));

        OpcUaClient client =
                floor.kept(floor.workshop.guests().secured(floor.url(), SecurityPolicy.Basic256Sha256, user));
        assertThat(client.call(List.of(call(floor.nodes("M1", AccessGroup.JOB_ORDERS))))
                        .getResults()[0]
                        .getStatusCode())
                .isEqualTo(StatusCode.GOOD);
    }

    @Test
    void ourOwnRolesStandBesideTheWellKnownOnes() throws Exception {
        OpcUaClient client = floor.as(Role.OBSERVER);
        BrowseResult found = client.browse(new BrowseDescription(
                NodeIds.Server_ServerCapabilities_RoleSet,
                BrowseDirection.Forward,
                NodeIds.HierarchicalReferences,
                true,
                uint(0),
                uint(BrowseResultMask.All.getValue())));
        assertThat(found.getReferences())
                .extracting(reference -> reference.getBrowseName().name())
                .contains("Observer", "SecurityAdmin", "MesClient", "MachineClient");
        assertThat(Set.of(new RoleIds(8).id(Role.MES_CLIENT))).contains(new NodeId(8, "Roles/MesClient"));
    }
}
