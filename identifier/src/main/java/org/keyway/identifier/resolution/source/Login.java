package org.keyway.identifier.resolution.source;

import java.security.PrivateKey;
import java.util.Optional;
import org.keyway.identifier.resolution.signature.KeyText;

/**
 * An application's identity at an enterprise node, which signs in by answering a challenge.
 *
 * @param handle of the application, such as {@code 88.118.7/App_keyway}
 * @param key where its RSA private key is found, PEM in PKCS #8 without a password; looked up at each sign-in
 */
public record Login(String handle, SecretReference key) {
    private static final int LONGEST_HANDLE = 255;

    /**
     * A login.
     *
     * @throws IllegalArgumentException when the handle is none
     */
    public Login {
        int slash = handle.indexOf('/');
        if (slash < 1 || slash == handle.length() - 1 || handle.length() > LONGEST_HANDLE) {
            throw new IllegalArgumentException("login: handle must be the application's, prefix/suffix");
        }
    }

    Optional<PrivateKey> privateKey() {
        return key.text().flatMap(KeyText::rsaPrivateKey);
    }
}
