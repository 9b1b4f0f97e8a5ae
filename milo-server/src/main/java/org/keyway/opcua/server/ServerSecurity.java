package org.keyway.opcua.server;

import jakarta.inject.Inject;
import java.time.Clock;
import org.keyway.opcua.security.access.Callers;
import org.keyway.opcua.security.access.SignIns;
import org.keyway.opcua.security.audit.AuditWriter;
import org.keyway.opcua.security.certificate.Pki;

/** What guards our server: who we are and whom we trust, who may sign in, who is who, and what is kept of it. */
public record ServerSecurity(Pki pki, SignIns signIns, Callers callers, AuditWriter audit, Clock clock) {
    @Inject
    public ServerSecurity {}
}
