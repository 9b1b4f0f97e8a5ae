package org.keyway.opcua.security.access;

import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.identity.Identity;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDirectory;
import org.keyway.opcua.security.certificate.Thumbprint;

/**
 * Knows who a session is, by its account as it is now: rights that were taken away are gone at once. Somebody without a name
 * is the account that has the certificate or the URI of his application, which the stack has checked; else an observer.
 */
public final class Callers {
    private final AccountDirectory accounts;

    @Inject
    public Callers(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    Caller of(Session session) {
        Identity identity = session.getIdentity();
        boolean encrypted = session.getEndpoint().getSecurityMode() == MessageSecurityMode.SignAndEncrypt;
        if (identity == null) {
            return Caller.nobody(encrypted);
        }
        if (!encrypted) {
            return identity instanceof Identity.AnonymousIdentity ? Caller.anonymous(false) : Caller.nobody(false);
        }
        if (identity instanceof Identity.UsernameIdentity user) {
            return known(accounts.named(user.getUsername()));
        }
        if (identity instanceof Identity.X509UserIdentity user) {
            return known(accounts.ofCertificate(thumbprint(user, user.getCertificate())));
        }
        return application(session, identity).map(Caller::of).orElseGet(() -> Caller.anonymous(true));
    }

    private static Caller known(Optional<Account> account) {
        return account.map(Caller::of).orElseGet(() -> Caller.nobody(true));
    }

    private Optional<Account> application(Session session, Identity identity) {
        X509Certificate certificate = session.getSecurityConfiguration().getClientCertificate();
        String uri = session.getClientDescription().getApplicationUri();
        if (certificate == null || uri == null) {
            return Optional.empty();
        }
        return accounts.ofCertificate(thumbprint(identity, certificate)).or(() -> accounts.ofApplication(uri));
    }

    /** Hashed once for each sign-in. */
    private static String thumbprint(Identity identity, X509Certificate certificate) {
        if (identity.getUserData() instanceof String known) {
            return known;
        }
        String thumbprint = Thumbprint.of(certificate);
        identity.setUserData(thumbprint);
        return thumbprint;
    }
}
