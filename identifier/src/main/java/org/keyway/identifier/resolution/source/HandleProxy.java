package org.keyway.identifier.resolution.source;

import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.resolution.signature.SignedHandleValues;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;

/**
 * The JSON form of a Handle proxy or recursive node: {@code GET <base>/api/handles/<handle>} (Handle.Net HTTP JSON REST API).
 * A fact's name is the type of its value. The record's {@code HS_SIGNATURE} counts where signers are configured.
 */
public final class HandleProxy implements SourceProtocol {
    private static final int SUCCESS = 1;
    private static final int BUSY = 3;
    private static final int NOT_FOUND = 100;
    private static final int INVALID_HANDLE = 102;
    private static final int NO_VALUES = 200;
    private static final int SERVER_NOT_RESPONDING = 301;
    private static final int AUTHENTICATION_NEEDED = 402;
    private static final int NOT_AUTHORISED = 400;

    @Override
    public Set<String> kinds() {
        return Set.of("handle");
    }

    @Override
    public SourceAnswer ask(Question question, SourceClient client, Deadline deadline) {
        String asked = question.handle().orElse(question.value());
        Optional<String> handle = PercentEncoding.path(asked);
        if (handle.isEmpty()) {
            return new SourceAnswer.NotFound();
        }
        String address = client.source().base() + "/api/handles/" + handle.get();
        return client.get(address, "application/json", deadline).answer(reply -> meaning(reply, asked, client));
    }

    private static SourceAnswer meaning(Reply.Json reply, String handle, SourceClient client) {
        int code = reply.body().path("responseCode").asInt(-1);
        if (code == NOT_FOUND || code == INVALID_HANDLE || code == NO_VALUES) {
            return new SourceAnswer.NotFound();
        }
        if (code == SUCCESS && reply.body().path("values").isArray()) {
            return client.isSigned() ? signed(reply, handle, client) : unsigned(reply);
        }
        return new SourceAnswer.Failed(failure(code), "response code " + code);
    }

    private static SourceAnswer unsigned(Reply.Json reply) {
        return Content.ofHandleValues(reply.body().path("values")).found(reply.timeToLive());
    }

    /** Of a record whose signature is valid only the signed values are facts. */
    private static SourceAnswer signed(Reply.Json reply, String handle, SourceClient client) {
        SignedHandleValues judged = SignedHandleValues.of(reply.body().path("values"), handle, client.signatures());
        return Content.ofHandleValues(judged.values()).found(reply.timeToLive(), judged.verdict());
    }

    private static Failure failure(int code) {
        if (code >= NOT_AUTHORISED && code <= AUTHENTICATION_NEEDED) {
            return Failure.DENIED;
        }
        return code == BUSY || code == SERVER_NOT_RESPONDING ? Failure.OUT_OF_ORDER : Failure.UNUSABLE;
    }
}
