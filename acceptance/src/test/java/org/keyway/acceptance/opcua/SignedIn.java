package org.keyway.acceptance.opcua;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.keyway.app.KeywayServer;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.certificate.Pki;

/** A client that the server trusts and has an account for. */
final class SignedIn {
    private static final String URI = "urn:keyway:test:client";
    private static final String NAME = "client";
    private static final String PASSWORD = "long enough a password";

    private SignedIn() {}

    /** Connects with these roles. */
    static OpcUaClient to(KeywayServer server, Role... roles) throws Exception {
        return to(server, Set.of(), roles);
    }

    /** The same as the control of machines. */
    static OpcUaClient to(KeywayServer server, Set<String> machines, Role... roles) throws Exception {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        X509Certificate certificate = new SelfSignedCertificateBuilder(keys)
                .setCommonName("A client")
                .setApplicationUri(URI)
                .build();
        server.part(Pki.class).trusted().addTrustedCertificate(certificate);
        server.part(AccountDesk.class)
                .add(
                        new Account(NAME, Set.of(roles), machines, Optional.empty(), Optional.empty()),
                        Optional.of(PASSWORD));
        OpcUaClient client = OpcUaClient.create(
                server.opcUa(),
                endpoints -> endpoints.stream()
                        .filter(endpoint ->
                                SecurityPolicy.Basic256Sha256.getUri().equals(endpoint.getSecurityPolicyUri()))
                        .findFirst(),
                transport -> {},
                config -> config.setApplicationUri(URI)
                        .setKeyPair(keys)
                        .setCertificate(certificate)
                        .setCertificateChain(new X509Certificate[] {certificate})
                        .setIdentityProvider(new UsernameProvider(NAME, PASSWORD)));
        client.connect();
        return client;
    }
}
