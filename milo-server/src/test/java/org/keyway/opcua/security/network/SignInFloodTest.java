package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.SignedIdentityToken;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityAlgorithm;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;
import org.eclipse.milo.opcua.stack.core.util.SignatureUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password takes long to check, on purpose: whoever tries one after the other keeps nobody else waiting. */
final class SignInFloodTest {
    /** Two are looked at, and so many wait. */
    private static final int TAKEN = 102;

    private static final int TOO_MANY = 30;

    @SuppressWarnings("NullAway.Init") // set before each
    private BesiegedServer server;

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        server = new BesiegedServer(pki);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    /** Sign-ins of one session as others, whose passwords are wrong; each goes out at once. */
    private static List<CompletableFuture<Long>> guesses(OpcUaClient client) throws Exception {
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        ByteString nonce = client.getSession().getServerNonce();
        SignatureData proof = proof(client, nonce);
        for (int guess = 0; guess < TAKEN + TOO_MANY; guess++) {
            SignedIdentityToken token = new UsernameProvider("user " + guess, "a wrong password")
                    .getIdentityToken(client.getConfig().getEndpoint(), nonce);
            answers.add(client.getTransport()
                    .sendRequestMessage(new ActivateSessionRequest(
                            client.newRequestHeader(client.getSession().getAuthenticationToken()),
                            proof,
                            null,
                            null,
                            ExtensionObject.encode(client.getStaticEncodingContext(), token.getToken()),
                            token.getSignature()))
                    .handle((answer, failure) -> UaException.extractStatusCode(failure)
                            .map(StatusCode::value)
                            .orElse(StatusCodes.Good)));
        }
        return answers;
    }

    private static SignatureData proof(OpcUaClient client, ByteString nonce) throws Exception {
        SecurityAlgorithm algorithm = SecurityAlgorithm.RsaSha256;
        PrivateKey key = client.getConfig().getKeyPair().orElseThrow().getPrivate();
        byte[] certificate =
                client.getConfig().getEndpoint().getServerCertificate().bytesOrEmpty();
        byte[] signature =
                SignatureUtil.sign(algorithm, key, ByteBuffer.wrap(certificate), ByteBuffer.wrap(nonce.bytesOrEmpty()));
        return new SignatureData(algorithm.getUri(), ByteString.of(signature));
    }

    @Test
    void aFloodOfSignInsIsRefusedBeyondWhatMayWaitAndOthersAreServedMeanwhile() throws Exception {
        OpcUaClient guessing = server.another();
        Runnable release = server.workshop.guests().holdNames();
        try {
            List<CompletableFuture<Long>> answers = guesses(guessing);
            await().untilAsserted(() -> assertThat(answers)
                    .filteredOn(CompletableFuture::isDone)
                    .hasSize(TOO_MANY)
                    .allMatch(answer -> answer.join() == StatusCodes.Bad_TcpServerTooBusy));
            for (OpcUaClient served : List.of(server.friend, guessing)) {
                assertThat(served.readValue(0, TimestampsToReturn.Neither, NodeIds.Server_ServiceLevel)
                                .statusCode()
                                .isGood())
                        .isTrue();
            }
            assertThat(answers).filteredOn(answer -> !answer.isDone()).hasSize(TAKEN);

            release.run();

            for (CompletableFuture<Long> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES))
                        .isIn(StatusCodes.Bad_TcpServerTooBusy, StatusCodes.Bad_UserAccessDenied);
            }
        } finally {
            release.run();
        }
    }
}
