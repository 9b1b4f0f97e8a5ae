package org.keyway.identifier.resolution.source;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyway.identifier.resolution.json.AnswerJson;
import org.keyway.identifier.resolution.signature.CompactSignature;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;
import tools.jackson.databind.JsonNode;

/** What an HTTP response means, before anything is known of its content. */
final class HttpReply {
    /** A JSON Web Signature in compact serialisation (RFC 7515 9.2.1). */
    private static final Pattern JOSE = Pattern.compile("(?i)\\s*application/jose\\s*(?:;.*)?");

    private HttpReply() {}

    static Reply of(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 404 || status == 410) {
            return new Reply.Missing();
        }
        if (status == 401) {
            return new Reply.SignInRefused();
        }
        if (status == 403 || status == 407) {
            return Reply.failed(Failure.DENIED, "HTTP status " + status);
        }
        if (status >= 500 || status == 429 || status == 408) {
            return Reply.failed(Failure.OUT_OF_ORDER, "HTTP status " + status);
        }
        if (status < 200 || status > 299) {
            return Reply.failed(Failure.UNUSABLE, "HTTP status " + status);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (JOSE.matcher(type).matches()) {
            return signed(response);
        }
        if (!AnswerJson.isJson(type)) {
            return Reply.failed(Failure.UNUSABLE, "not JSON by its content type");
        }
        Optional<JsonNode> document = AnswerJson.read(response.body());
        return document.isPresent()
                ? new Reply.Json(document.get(), CacheControl.timeToLive(response.headers()))
                : Reply.failed(Failure.UNUSABLE, "broken JSON");
    }

    private static Reply signed(HttpResponse<byte[]> response) {
        return CompactSignature.read(new String(response.body(), StandardCharsets.ISO_8859_1))
                .<Reply>map(signature -> new Reply.Signed(signature, CacheControl.timeToLive(response.headers())))
                .orElseGet(() -> Reply.failed(Failure.UNUSABLE, "no readable signature"));
    }
}
