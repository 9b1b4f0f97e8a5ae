package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.keyway.opcua.server.Refused.refused;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Account;
import org.keyway.job.account.Role;
import org.keyway.opcua.server.Guests;

/** A session is its owner's alone, and lasts no longer than the rights it was opened with. */
final class SessionRightsTest {
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

    @Test
    void aSessionIsNotUsedFromAnotherChannel() throws Exception {
        OpcUaClient owner = floor.as(Role.SECURITY_ADMIN);
        NodeId token = owner.getSession().getAuthenticationToken();
        KeyPair keys = Guests.keys();
        X509Certificate certificate = Guests.certificate(keys, Guests.CLIENT_URI);
        floor.workshop.guests().pki().trusted().addTrustedCertificate(certificate);
        OpcUaClient thief = floor.kept(Guests.stranger(floor.url(), keys, certificate));

        refused(
                StatusCodes.Bad_SecureChannelIdInvalid,
                () -> thief.sendRequest(new ReadRequest(
                        thief.newRequestHeader(token), 0.0, TimestampsToReturn.Neither, new ReadValueId[] {
                            new ReadValueId(
                                    NodeIds.Server_ServiceLevel,
                                    AttributeId.Value.uid(),
                                    null,
                                    QualifiedName.NULL_VALUE)
                        })));
        refused(
                StatusCodes.Bad_ApplicationSignatureInvalid,
                () -> thief.sendRequest(new ActivateSessionRequest(
                        thief.newRequestHeader(token),
                        new SignatureData(
                                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", ByteString.of(new byte[256])),
                        null,
                        null,
                        null,
                        new SignatureData(null, null))));
        assertThat(owner.readNamespaceTable().toArray()).isNotEmpty();
    }

    @Test
    void whoseAccountIsGoneLosesHisSessionAndWhatHeWatches() throws Exception {
        OpcUaClient operator = floor.as(Role.OPERATOR);
        NodeId session = operator.getSession().getSessionId();
        assertThat(session.isNotNull()).isTrue();
        floor.workshop.guests().desk(floor.workshop).remove("user0");
        await().untilAsserted(
                        () -> assertThatThrownBy(operator::readNamespaceTable).isInstanceOf(UaException.class));
    }

    @Test
    void whoHasOtherRightsNowHasToComeAnew() throws Exception {
        OpcUaClient operator = floor.as(Role.OPERATOR);
        NodeId session = operator.getSession().getSessionId();
        var desk = floor.workshop.guests().desk(floor.workshop);
        desk.remove("user0");
        desk.add(Account.of("user0", Role.OBSERVER), Optional.of(GuardedFloor.PASSWORD));
        await().ignoreExceptions().until(() -> {
            operator.readNamespaceTable();
            return !operator.getSession().getSessionId().equals(session);
        });
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
        floor.workshop
                .guests()
                .desk(floor.workshop)
                .add(Account.of("li", Role.OPERATOR), Optional.of(GuardedFloor.PASSWORD));
        for (String name : List.of("li", "nobody")) {
            refused(
                    StatusCodes.Bad_UserAccessDenied,
                    () -> floor.workshop.guests().named(floor.url(), name, "a wrong password"));
        }
    }
}
