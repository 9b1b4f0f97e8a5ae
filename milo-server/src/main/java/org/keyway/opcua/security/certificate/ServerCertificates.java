package org.keyway.opcua.security.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.CertificateGroup;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.TrustListManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.opcua.security.ApplicationIdentity;

/**
 * Our certificate as the stack asks for it: the current one, and the one before it for clients that opened their channel with
 * it.
 */
public final class ServerCertificates implements CertificateGroup {
    private static final NodeId GROUP = NodeIds.ServerConfiguration_CertificateGroups_DefaultApplicationGroup;
    private static final NodeId TYPE = NodeIds.RsaSha256ApplicationCertificateType;

    private final OwnCertificate own;
    private final TrustFolders trust;
    private final CertificateValidator validator;
    private volatile List<ApplicationIdentity> identities;

    /**
     * Certificates of a server.
     *
     * @throws IOException when our own can't be read or written
     * @throws GeneralSecurityException when our own can't be used
     */
    public ServerCertificates(Pki pki, CertificateValidator validator) throws IOException, GeneralSecurityException {
        this.own = pki.own();
        this.trust = pki.trusted();
        this.validator = validator;
        this.identities = List.of(own.current());
    }

    /** The certificate to show. */
    public X509Certificate current() {
        return identities.get(0).certificate();
    }

    /** Who we are. */
    public String applicationUri() {
        return identities.get(0).applicationUri();
    }

    /** Makes a new certificate when one is due; true when there is another now. */
    public boolean renew() throws IOException, GeneralSecurityException {
        ApplicationIdentity now = own.current();
        ApplicationIdentity last = identities.get(0);
        if (now.certificate().equals(last.certificate())) {
            return false;
        }
        identities = List.of(now, last);
        return true;
    }

    @Override
    public NodeId getCertificateGroupId() {
        return GROUP;
    }

    @Override
    public List<NodeId> getSupportedCertificateTypeIds() {
        return List.of(TYPE);
    }

    @Override
    public TrustListManager getTrustListManager() {
        return trust;
    }

    @Override
    public List<Entry> getCertificateEntries() {
        return identities.stream()
                .map(identity -> new Entry(GROUP, TYPE, new X509Certificate[] {identity.certificate()}))
                .toList();
    }

    /** A renewed certificate keeps its key. */
    @Override
    public Optional<KeyPair> getKeyPair(NodeId type) {
        return type.equals(TYPE) ? Optional.of(identities.get(0).keys()) : Optional.empty();
    }

    @Override
    public Optional<X509Certificate[]> getCertificateChain(NodeId type) {
        return type.equals(TYPE) ? Optional.of(new X509Certificate[] {current()}) : Optional.empty();
    }

    @Override
    public void updateCertificate(NodeId type, KeyPair keys, X509Certificate[] chain) {
        throw new UnsupportedOperationException("our certificate is renewed by ourselves");
    }

    @Override
    public CertificateFactory getCertificateFactory() {
        return new RsaSha256CertificateFactory() {
            @Override
            protected KeyPair createRsaSha256KeyPair() {
                throw new UnsupportedOperationException("our certificate is renewed by ourselves");
            }

            @Override
            protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
                throw new UnsupportedOperationException("our certificate is renewed by ourselves");
            }
        };
    }

    @Override
    public CertificateValidator getCertificateValidator() {
        return validator;
    }
}
