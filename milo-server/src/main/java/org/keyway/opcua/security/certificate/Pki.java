package org.keyway.opcua.security.certificate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Security;
import java.time.Clock;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.keyway.opcua.OpcUaConfiguration;

/** Who we are and whom we trust: one of it in a process, for our server and for the clients alike. */
@Singleton
public final class Pki {
    private final OwnCertificate own;
    private final TrustFolders trusted;
    private final RejectedFolder rejected;
    private final TrustDecisions decisions;
    private final Clock clock;

    @Inject
    public Pki(OpcUaConfiguration configuration, Clock clock) {
        // What Aes256_Sha256_RsaPss needs, Java's own providers do not have.
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
        own = new OwnCertificate(configuration.pki(), configuration.server().hostNames(), clock);
        trusted = new TrustFolders(configuration.pki());
        rejected = new RejectedFolder(configuration.pki());
        decisions = new TrustDecisions(configuration.pki());
        this.clock = clock;
    }

    /** Our certificate. */
    public OwnCertificate own() {
        return own;
    }

    /** Whom we trust. */
    public TrustFolders trusted() {
        return trusted;
    }

    TrustDecisions decisions() {
        return decisions;
    }

    Clock clock() {
        return clock;
    }

    /** Whom we turned away. */
    public RejectedFolder rejected() {
        return rejected;
    }
}
