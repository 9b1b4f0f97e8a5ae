package org.keyway.opcua.security.access;

import jakarta.inject.Inject;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.identity.AbstractIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.AbstractUsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.AbstractX509IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.DefaultUsernameIdentity;
import org.eclipse.milo.opcua.sdk.server.identity.DefaultX509UserIdentity;
import org.eclipse.milo.opcua.sdk.server.identity.Identity;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;
import org.eclipse.milo.opcua.stack.core.types.structured.UserIdentityToken;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.jspecify.annotations.Nullable;
import org.keyway.job.account.AccountDirectory;
import org.keyway.job.account.SignIn;
import org.keyway.opcua.security.certificate.Thumbprint;

/**
 * Lets users in: without a name, by name and password, or by a certificate of an account. A name or certificate counts only in
 * an encrypted session, whatever a client sends.
 */
public final class SignIns implements IdentityValidator {
    private static final int LEAST_BITS = 2048;

    private final SignIn signIn;
    private final AccountDirectory accounts;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final Certificates certificates = new Certificates();

    @Inject
    public SignIns(SignIn signIn, AccountDirectory accounts, Clock clock) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Set<UserTokenType> getSupportedTokenTypes() {
        return Set.of(UserTokenType.Anonymous, UserTokenType.UserName, UserTokenType.Certificate);
    }

    @Override
    public Identity validateIdentityToken(
            Session session, UserIdentityToken token, UserTokenPolicy policy, SignatureData signature)
            throws UaException {
        boolean encrypted = session.getEndpoint().getSecurityMode() == MessageSecurityMode.SignAndEncrypt;
        if (policy.getTokenType() != UserTokenType.Anonymous && !encrypted) {
            throw new UaException(StatusCodes.Bad_IdentityTokenRejected);
        }
        try {
            return validator(policy).validateIdentityToken(session, token, policy, signature);
        } catch (RuntimeException malformed) {
            throw new UaException(StatusCodes.Bad_IdentityTokenInvalid, malformed);
        }
    }

    private AbstractIdentityValidator validator(UserTokenPolicy policy) throws UaException {
        return switch (policy.getTokenType()) {
            case Anonymous -> AnonymousIdentityValidator.INSTANCE;
            case UserName -> passwords;
            case Certificate -> certificates;
            case IssuedToken -> throw new UaException(StatusCodes.Bad_IdentityTokenInvalid);
        };
    }

    private final class Passwords extends AbstractUsernameIdentityValidator {
        @Override
        protected Identity.@Nullable UsernameIdentity authenticateUsernamePassword(
                Session session, String name, String password) {
            X509Certificate application = session.getSecurityConfiguration().getClientCertificate();
            String from = application == null ? "" : Thumbprint.of(application);
            return signIn.with(name, password, from) instanceof SignIn.Outcome.Accepted
                    ? new DefaultUsernameIdentity(name)
                    : null;
        }
    }

    /** Whose certificate it is, its owner has proven by a signature with its key. */
    private final class Certificates extends AbstractX509IdentityValidator {
        @Override
        protected Identity.@Nullable X509UserIdentity authenticateCertificate(
                Session session, X509Certificate certificate) {
            boolean known = accounts.ofCertificate(Thumbprint.of(certificate)).isPresent();
            return known && isUsable(certificate) ? new DefaultX509UserIdentity(certificate) : null;
        }

        private boolean isUsable(X509Certificate certificate) {
            try {
                certificate.checkValidity(Date.from(clock.instant()));
                return certificate.getPublicKey() instanceof RSAPublicKey key
                        && key.getModulus().bitLength() >= LEAST_BITS;
            } catch (CertificateExpiredException | CertificateNotYetValidException e) {
                return false;
            }
        }
    }
}
