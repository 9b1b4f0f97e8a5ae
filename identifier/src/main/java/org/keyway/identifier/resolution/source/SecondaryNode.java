package org.keyway.identifier.resolution.source;

import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;
import tools.jackson.databind.JsonNode;

/**
 * A secondary node (二级节点) that runs SNMS version 5: {@code GET <base>/identityv2/data/detail?handle=<handle>}. A fact's
 * name is the type of its value.
 */
public final class SecondaryNode implements SourceProtocol {
    private static final int SUCCESS = 1;
    private static final int REFUSED = -2;
    // The status is the same for all refusals; only the sentence tells them apart.
    private static final Set<String> SIGN_IN_WORDS = Set.of("登录", "权限", "认证", "token", "Token");

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
        String address = client.source().base() + "/identityv2/data/detail?handle=" + handle.get();
        return client.get(address, "application/json", deadline).answer(SecondaryNode::meaning);
    }

    private static SourceAnswer meaning(Reply.Json reply) {
        int status = reply.body().path("status").asInt(0);
        JsonNode values = reply.body().path("data").path("value");
        if (status == SUCCESS && values.isArray()) {
            return Content.ofHandleValues(values).found(reply.timeToLive());
        }
        if (status != REFUSED) {
            return new SourceAnswer.Failed(Failure.UNUSABLE, "status " + status);
        }
        String sentence = reply.body().path("message").asString("");
        return SIGN_IN_WORDS.stream().anyMatch(sentence::contains)
                ? new SourceAnswer.Failed(Failure.DENIED, "status " + status)
                : new SourceAnswer.NotFound();
    }
}
