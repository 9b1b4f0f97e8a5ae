package org.keyway.opcua.security.certificate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.keyway.opcua.OpcUaConfiguration;

/** Who we are and whom we trust: one of it in a process, for our server and for the clients alike. */
@Singleton
public final class Pki {
    private final OwnCertificate own;
    private final TrustFolders trusted;
    private final RejectedFolder rejected;

    @Inject
    public Pki(OpcUaConfiguration configuration, Clock clock) {
        own = new OwnCertificate(configuration.pki(), configuration.server().hostNames(), clock);
        trusted = new TrustFolders(configuration.pki());
        rejected = new RejectedFolder(configuration.pki());
    }

    /** Our certificate. */
    public OwnCertificate own() {
        return own;
    }

    /** Whom we trust. */
    public TrustFolders trusted() {
        return trusted;
    }

    /** Whom we turned away. */
    public RejectedFolder rejected() {
        return rejected;
    }
}
