package org.keyway.identifier.resolution.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Signs in at an IDHub enterprise node and keeps its token in memory. {@code GET …/public/challenge?handle=} gives a nonce;
 * its SHA256withRSA signature, in base64, posted to {@code …/public/verify-response} gives the token. The node lets a token
 * go when it was idle for 24 hours; then it is to be forgotten and asked for again.
 */
final class NodeLogin {
    private static final String CHALLENGE = "/api/v1/doip/public/challenge?handle=";
    private static final String RESPONSE = "/api/v1/doip/public/verify-response";
    // A node that could choose any text would have us sign documents. A dot, without which there is no JSON Web
    // Signature, is
    // therefore not among the characters.
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/=_-]{1,128}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,8192}");

    private final Login login;
    private final String base;
    private final ReentrantLock signingIn = new ReentrantLock();
    private volatile @Nullable String token;

    /** How a request without sign-in is made. */
    @FunctionalInterface
    interface Requests {
        Reply send(String address, Optional<String> body);
    }

    /** What comes of signing in. */
    sealed interface Outcome {
        record SignedIn(String token) implements Outcome {
            /** Without the token: it must get into no log. */
            @Override
            public String toString() {
                return "SignedIn";
            }
        }

        record NotSignedIn(SourceAnswer.Failed why) implements Outcome {}
    }

    NodeLogin(Login login, String base) {
        this.login = login;
        this.base = base;
    }

    /** The token that is kept, or a new one; scans that come meanwhile wait for it, not longer than their deadline. */
    Outcome token(Requests requests, Deadline deadline) throws InterruptedException {
        String kept = token;
        if (kept != null) {
            return new Outcome.SignedIn(kept);
        }
        if (!signingIn.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            return notSignedIn(Failure.UNREACHABLE, "no answer in time");
        }
        try {
            kept = token;
            return kept == null ? signIn(requests) : new Outcome.SignedIn(kept);
        } finally {
            signingIn.unlock();
        }
    }

    /** Gives up a token that the node refused. */
    void forget() {
        token = null;
    }

    private Outcome signIn(Requests requests) {
        Optional<PrivateKey> key = login.privateKey();
        Optional<String> handle = PercentEncoding.segment(login.handle());
        if (key.isEmpty() || handle.isEmpty()) {
            return notSignedIn(
                    Failure.DENIED, "no RSA key in PKCS #8 in " + login.key().reference());
        }
        Reply challenge = requests.send(base + CHALLENGE + handle.get(), Optional.empty());
        Optional<String> nonce =
                successful(challenge).filter(JsonNode::isString).map(JsonNode::stringValue);
        if (nonce.filter(text -> NONCE.matcher(text).matches()).isEmpty()) {
            return refused(challenge, "no usable challenge");
        }
        String answer = JsonNodeFactory.instance
                .objectNode()
                .put("handle", login.handle())
                .put("signature", signature(nonce.get(), key.get()))
                .toString();
        Reply response = requests.send(base + RESPONSE, Optional.of(answer));
        Optional<String> given = successful(response)
                .map(found -> found.path("token").asString(""))
                .filter(text -> TOKEN.matcher(text).matches());
        given.ifPresent(fresh -> token = fresh);
        return given.<Outcome>map(Outcome.SignedIn::new).orElseGet(() -> refused(response, "the node gave no token"));
    }

    private static Optional<JsonNode> successful(Reply reply) {
        return reply instanceof Reply.Json json && EnterpriseNode.isSuccess(json)
                ? Optional.of(json.body().path("data"))
                : Optional.empty();
    }

    private static Outcome refused(Reply reply, String otherwise) {
        return reply instanceof Reply.Failed failed
                ? new Outcome.NotSignedIn(failed.why())
                : notSignedIn(Failure.DENIED, otherwise);
    }

    private static Outcome notSignedIn(Failure failure, String reason) {
        return new Outcome.NotSignedIn(new SourceAnswer.Failed(failure, reason));
    }

    private static String signature(String nonce, PrivateKey key) {
        try {
            Signature signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(key);
            signing.update(nonce.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an RSA key signs on every Java platform", e);
        }
    }
}
