package org.keyway.identifier.resolution.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.resolution.json.AnswerJson;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;
import tools.jackson.databind.JsonNode;

/**
 * A GS1-Conformant Resolver (GS1 Digital Link Standard: Resolution): the Digital Link is asked for its linkset (RFC 9264
 * 4.2), and the first link of an allowed type to JSON on an allowed host is fetched. Facts are that document's.
 */
public final class DigitalLinkResolver implements SourceProtocol {
    private static final Map<String, String> KEYS = Map.of("gtin", "01", "cpid", "8010");
    private static final Map<String, String> SERIALS = Map.of("gtin", "21", "cpid", "8011");
    private static final List<String> VOCABULARIES = List.of("https://gs1.org/voc/", "https://ref.gs1.org/voc/");
    private static final List<String> USUAL_LINKS = List.of("gs1:masterData");
    private static final String ANY_JSON = "application/json, application/ld+json";

    @Override
    public Set<String> kinds() {
        return KEYS.keySet();
    }

    @Override
    public SourceAnswer ask(Question question, SourceClient client, Deadline deadline) {
        Optional<String> path = path(question);
        if (path.isEmpty()) {
            return new SourceAnswer.NotFound();
        }
        String address = root(question, client) + path.get();
        return client.get(address, "application/linkset+json", deadline)
                .answer(reply -> follow(address, reply, client, deadline));
    }

    /** The canonical path of the key with its qualifiers (GS1 Digital Link: URI Syntax 4.3). */
    private static Optional<String> path(Question question) {
        String key = KEYS.get(question.kind());
        Optional<String> value = PercentEncoding.segment(question.value());
        if (key == null || value.isEmpty()) {
            return Optional.empty();
        }
        String lot = qualifier("10", question.lot().filter(text -> key.equals("01")));
        String serial = qualifier(SERIALS.getOrDefault(question.kind(), "21"), question.serial());
        return Optional.of("/" + key + "/" + value.get() + lot + serial);
    }

    private static String qualifier(String id, Optional<String> value) {
        return value.flatMap(PercentEncoding::segment)
                .map(text -> "/" + id + "/" + text)
                .orElse("");
    }

    /** The label's own host is asked only where the site wants that and the allow list has it. */
    private static String root(Question question, SourceClient client) {
        return question.address()
                .filter(address -> client.source().request().followLabel())
                .filter(client::allows)
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .orElse(client.source().base());
    }

    private static SourceAnswer follow(String asked, Reply.Json reply, SourceClient client, Deadline deadline) {
        JsonNode contexts = reply.body().path("linkset");
        if (!contexts.isArray()) {
            return new SourceAnswer.Failed(Failure.UNUSABLE, "not a linkset");
        }
        List<String> targets = targets(asked, contexts, client.source());
        Optional<String> target = targets.stream()
                .filter(address -> client.allows(URI.create(address)))
                .findFirst();
        if (target.isPresent()) {
            return client.get(target.get(), ANY_JSON, deadline)
                    .answer(document -> new SourceAnswer.Found(document.body(), document.timeToLive()));
        }
        return targets.isEmpty()
                ? new SourceAnswer.NotFound()
                : new SourceAnswer.Failed(Failure.HOST_NOT_ALLOWED, "links to hosts that are not on the allow list");
    }

    private static List<String> targets(String asked, JsonNode contexts, SourceConfiguration source) {
        List<String> targets = new ArrayList<>();
        List<String> wanted = source.request().linkTypes();
        for (String type : wanted.isEmpty() ? USUAL_LINKS : wanted) {
            for (String relation : relations(type)) {
                contexts.forEach(context -> context.path(relation)
                        .forEach(link -> target(asked, link).ifPresent(targets::add)));
            }
        }
        return targets;
    }

    /** A link type as linksets write it: the whole address, also where {@code gs1:} stands for its vocabulary. */
    private static List<String> relations(String type) {
        if (!type.startsWith("gs1:")) {
            return List.of(type);
        }
        String name = type.substring("gs1:".length());
        List<String> relations = new ArrayList<>();
        VOCABULARIES.forEach(vocabulary -> relations.add(vocabulary + name));
        relations.add(type);
        return relations;
    }

    private static Optional<String> target(String asked, JsonNode link) {
        String media = link.path("type").asString("application/json");
        String href = link.path("href").asString("");
        if (href.isEmpty() || !AnswerJson.isJson(media)) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(asked).resolve(href).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
