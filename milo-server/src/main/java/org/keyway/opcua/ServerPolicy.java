package org.keyway.opcua;

import java.util.Arrays;
import java.util.Optional;

/** The security policies (OPC 10000-7) that our server offers; those with SHA-1 or PKCS #1 v1.5 padding are not among them. */
public enum ServerPolicy {
    BASIC_256_SHA_256("Basic256Sha256"),
    AES_128_SHA_256_RSA_OAEP("Aes128_Sha256_RsaOaep"),
    AES_256_SHA_256_RSA_PSS("Aes256_Sha256_RsaPss");

    private final String word;

    ServerPolicy(String word) {
        this.word = word;
    }

    /** Its name in OPC UA. */
    public String word() {
        return word;
    }

    /** The policy of a name. */
    public static Optional<ServerPolicy> of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word.equals(word))
                .findFirst();
    }
}
