package org.keyway.simulator.server;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultServerCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** How a simulated device is guarded: by a certificate of its own, clients that it trusts, and one user that it knows. */
public final class DeviceSecurity {
    private static final int KEY_BITS = 2048;

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final IdentityValidator users;
    private final MemoryTrustListManager trust = new MemoryTrustListManager();

    /**
     * A device with a new key.
     *
     * @param uri of the application, which stands in the certificate
     */
    public DeviceSecurity(String uri, String user, String password) {
        this(newKeys(), uri, user, password);
    }

    private DeviceSecurity(KeyPair keys, String uri, String user, String password) {
        this(keys, selfSigned(keys, uri), user, password);
    }

    /** A device with this key and a certificate of it, whoever has signed that. */
    public DeviceSecurity(KeyPair keys, X509Certificate certificate, String user, String password) {
        this.keys = keys;
        this.certificate = certificate;
        users = new UsernameIdentityValidator(
                tried -> user.equals(tried.getUsername()) && password.equals(tried.getPassword()));
    }

    private static KeyPair newKeys() {
        try {
            return SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
        } catch (Exception e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private static X509Certificate selfSigned(KeyPair keys, String uri) {
        try {
            return new SelfSignedCertificateBuilder(keys)
                    .setCommonName("Simulated device")
                    .setApplicationUri(uri)
                    .addIpAddress("127.0.0.1")
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    /** The device's certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Lets a client in. */
    public void trust(X509Certificate client) {
        trust.addTrustedCertificate(client);
    }

    IdentityValidator users() {
        return users;
    }

    CertificateManager manager() {
        MemoryCertificateQuarantine quarantine = new MemoryCertificateQuarantine();
        MemoryCertificateStore store = new MemoryCertificateStore();
        X509Certificate[] chain = {certificate};
        try {
            store.set(
                    NodeIds.RsaSha256ApplicationCertificateType, new CertificateStore.Entry(keys.getPrivate(), chain));
            DefaultApplicationGroup group = new DefaultApplicationGroup(
                    trust,
                    store,
                    new RsaSha256CertificateFactory() {
                        @Override
                        protected X509Certificate[] createRsaSha256CertificateChain(KeyPair pair) {
                            return chain;
                        }
                    },
                    new DefaultServerCertificateValidator(trust, quarantine));
            group.initialize();
            return new DefaultCertificateManager(quarantine, group);
        } catch (Exception e) {
            throw new IllegalStateException("the certificate can't be used", e);
        }
    }
}
