package org.keyway.identifier.resolution.source;

import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.resolution.signature.KeyText;

/**
 * Whose signatures count over what a service answers.
 *
 * @param signers who may sign; nobody, and no signature counts
 * @param demanded whether an answer without the signature of one of them is refused
 */
public record Signatures(List<Signer> signers, boolean demanded) {
    /** No signature counts, and none is asked for. */
    public static final Signatures NONE = new Signatures(List.of(), false);

    private static final int LONGEST_ID = 255;

    /**
     * Signers.
     *
     * @throws IllegalArgumentException when two have the same id
     */
    public Signatures {
        signers = List.copyOf(signers);
        Set<String> ids = new HashSet<>();
        for (Signer signer : signers) {
            if (!ids.add(signer.id())) {
                throw new IllegalArgumentException("signers: " + signer.id() + " is there twice");
            }
        }
    }

    /**
     * Somebody who signs answers.
     *
     * @param id as the signature names its maker: the claim {@code iss}, in Handle records {@code index:handle}, else the
     *     header's {@code kid}
     * @param key where the public key is found, PEM or JSON Web Key; looked up at each answer, so that it may be renewed
     */
    public record Signer(String id, SecretReference key) {
        /**
         * A signer.
         *
         * @throws IllegalArgumentException when it has no id
         */
        public Signer {
            if (id.isBlank() || id.length() > LONGEST_ID) {
                throw new IllegalArgumentException("signers: an id has 1 to " + LONGEST_ID + " characters");
            }
        }
    }

    /** The key of a signer; empty when nobody has this id, or the key can't be read. */
    Optional<PublicKey> key(String id) {
        return signers.stream()
                .filter(signer -> signer.id().equals(id))
                .findFirst()
                .flatMap(signer -> signer.key().text())
                .flatMap(KeyText::publicKey);
    }
}
