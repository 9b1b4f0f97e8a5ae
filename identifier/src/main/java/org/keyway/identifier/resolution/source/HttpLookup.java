package org.keyway.identifier.resolution.source;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Any HTTP service that answers JSON: an address with placeholders, got, or posted to with a body. Facts are its answer's. The
 * answer may be a JSON Web Signature over that JSON ({@code application/jose}, RFC 7515 9.2.1), which must name what it is
 * about: {@code sub} is the key that was asked about, with {@code ;serial=} or {@code ;lot=} where that was.
 */
public final class HttpLookup implements SourceProtocol {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(key|kind|value|serial|lot)}");

    private static final String SIGNED_OR_NOT = "application/jose, application/json;q=0.5";

    @Override
    public Set<String> kinds() {
        return Set.of();
    }

    @Override
    public SourceAnswer ask(Question question, SourceClient client, Deadline deadline) {
        Optional<String> address = filled(client.source().url(), question, PercentEncoding::segment);
        if (address.isEmpty()) {
            return new SourceAnswer.NotFound();
        }
        Optional<String> body =
                client.source().request().body().flatMap(json -> filled(json, question, HttpLookup::inQuotes));
        Reply reply = body.isPresent()
                ? client.post(address.get(), body.get(), deadline)
                : client.get(address.get(), client.isSigned() ? SIGNED_OR_NOT : "application/json", deadline);
        return reply.answer(
                json -> new SourceAnswer.Found(json.body(), json.timeToLive()),
                signed -> new SourceAnswer.Found(
                        signed.signature().payload(),
                        signed.timeToLive(),
                        client.signatures().judge(signed.signature(), subject(question))));
    }

    private static String subject(Question question) {
        return question.key()
                + question.serial()
                        .map(serial -> ";serial=" + serial)
                        .or(() -> question.lot().map(lot -> ";lot=" + lot))
                        .orElse("");
    }

    /** The template with its places taken; empty when a value can't stand in its place. */
    private static Optional<String> filled(
            String template, Question question, Function<String, Optional<String>> encoding) {
        StringBuilder filled = new StringBuilder();
        Matcher places = PLACEHOLDER.matcher(template);
        while (places.find()) {
            Optional<String> text = encoding.apply(value(places.group(1), question));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(text.get()));
        }
        return Optional.of(places.appendTail(filled).toString());
    }

    private static String value(String name, Question question) {
        return switch (name) {
            case "key" -> question.key();
            case "kind" -> question.kind();
            case "value" -> question.value();
            case "serial" -> question.serial().orElse("");
            default -> question.lot().orElse("");
        };
    }

    /** The text as it stands between the quotes of a JSON string. */
    private static Optional<String> inQuotes(String text) {
        String quoted = JsonNodeFactory.instance.stringNode(text).toString();
        return Optional.of(quoted.substring(1, quoted.length() - 1));
    }
}
