package org.keyway.identifier.resolution.source;

import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;
import tools.jackson.databind.JsonNode;

/**
 * An enterprise node (企业节点) that runs IDHub: {@code GET <base>/api/v1/doip?targetId=<handle>&operationId=
 * 0.DOIP/Op.Retrieve} (DOIP 2.0 retrieve). Facts are its {@code data.attributes}, by name; {@code content} and {@code elements}
 * are opened.
 */
public final class EnterpriseNode implements SourceProtocol {
    private static final Set<Integer> SUCCESS = Set.of(1, 10_000);
    private static final int NOT_FOUND = 104;
    private static final Set<Integer> SIGN_IN_REFUSED = Set.of(102, 401);
    private static final Set<Integer> DENIED = Set.of(102, 103, 401, 403, 701);

    @Override
    public Set<String> kinds() {
        return Set.of("handle");
    }

    @Override
    public SourceAnswer ask(Question question, SourceClient client, Deadline deadline) {
        Optional<String> handle = PercentEncoding.segment(question.handle().orElse(question.value()));
        if (handle.isEmpty()) {
            return new SourceAnswer.NotFound();
        }
        String address =
                client.source().base() + "/api/v1/doip?targetId=" + handle.get() + "&operationId=0.DOIP%2FOp.Retrieve";
        Reply reply = client.get(address, "application/json", deadline);
        if (isSignInRefused(reply) && client.forgetsSignIn()) {
            reply = client.get(address, "application/json", deadline);
        }
        return reply.answer(EnterpriseNode::meaning);
    }

    /** Whether the node did what it was asked. */
    static boolean isSuccess(Reply.Json reply) {
        return SUCCESS.contains(reply.body().path("code").asInt(-1));
    }

    /** As when a token was idle for too long. */
    private static boolean isSignInRefused(Reply reply) {
        return reply instanceof Reply.SignInRefused
                || (reply instanceof Reply.Json json
                        && SIGN_IN_REFUSED.contains(json.body().path("code").asInt(-1)));
    }

    private static SourceAnswer meaning(Reply.Json reply) {
        int code = reply.body().path("code").asInt(-1);
        if (code == NOT_FOUND) {
            return new SourceAnswer.NotFound();
        }
        JsonNode attributes = reply.body().path("data").path("attributes");
        if (!isSuccess(reply) || !attributes.isObject()) {
            Failure failure = DENIED.contains(code) ? Failure.DENIED : Failure.UNUSABLE;
            return new SourceAnswer.Failed(failure, code < 0 ? "an answer without code" : "code " + code);
        }
        JsonNode content = attributes.path("content");
        if (content.isObject()) {
            return new SourceAnswer.Found(content, reply.timeToLive());
        }
        JsonNode elements = content.isArray() ? content : attributes.path("elements");
        return elements.isArray()
                ? Content.ofElements(elements).found(reply.timeToLive())
                : new SourceAnswer.Found(attributes, reply.timeToLive());
    }
}
