package org.keyway.identifier.resolution.source;

import java.time.Duration;
import java.util.Optional;
import org.keyway.identifier.resolution.signature.SignatureVerdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gathers named facts from a list of typed values, as Handle services give them. The first of a name counts. */
final class Content {
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final ObjectNode facts = JsonNodeFactory.instance.objectNode();
    private Optional<Duration> timeToLive = Optional.empty();

    /** A Handle record's values (RFC 3651 3.1): {@code [{index, type, data: {format, value}, ttl}]}. */
    static Content ofHandleValues(JsonNode values) {
        Content content = new Content();
        for (JsonNode value : values) {
            content.fact(value.path("type"), value.path("data").path("value"));
            content.timeToLive(value.path("ttl"));
        }
        return content;
    }

    /** Named elements: {@code [{name, value}]}, or {@code [{type, data: {value}}]}. */
    static Content ofElements(JsonNode elements) {
        Content content = new Content();
        for (JsonNode element : elements) {
            JsonNode name = element.has("name") ? element.path("name") : element.path("type");
            JsonNode value = element.has("value")
                    ? element.path("value")
                    : element.path("data").path("value");
            content.fact(name, value);
        }
        return content;
    }

    private void fact(JsonNode name, JsonNode value) {
        if (name.isString() && !value.isMissingNode() && !facts.has(name.stringValue())) {
            facts.set(name.stringValue(), value);
        }
    }

    /** Relative, in seconds; an absolute time is a text and is not used. */
    private void timeToLive(JsonNode ttl) {
        if (ttl.isInt() && ttl.intValue() >= 0) {
            Duration given = Duration.ofSeconds(Math.min(ttl.intValue(), SECONDS_OF_A_DAY));
            timeToLive = Optional.of(
                    timeToLive.filter(least -> least.compareTo(given) < 0).orElse(given));
        }
    }

    /** The answer; the headers' time to live counts where the values have none. */
    SourceAnswer found(Optional<Duration> ofHeaders) {
        return found(ofHeaders, new SignatureVerdict.Absent());
    }

    /** The answer with what its signature is worth. */
    SourceAnswer found(Optional<Duration> ofHeaders, SignatureVerdict signature) {
        return new SourceAnswer.Found(facts, timeToLive.or(() -> ofHeaders), signature);
    }
}
