package org.keyway.identifier.resolution;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Provenance;
import org.keyway.identifier.Reading;
import org.keyway.identifier.resolution.source.Deadline;
import org.keyway.identifier.resolution.source.Question;
import org.keyway.identifier.resolution.source.SourceAnswer.Failed;
import org.keyway.identifier.resolution.source.SourceConfiguration;
import org.keyway.identifier.resolution.source.SourceProtocol;
import org.keyway.identifier.scheme.IssueCode;

/** The configured services, asked in their order about the kinds of key that they are for. */
@Singleton
final class OnlineSources implements SourceBoard {
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, List<Source>> byKind = new HashMap<>();
    private final CachedLookup lookup;
    private final ResolutionConfiguration configuration;
    private final Clock clock;

    /**
     * The services.
     *
     * @throws IllegalArgumentException when a source is of a type that there isn't, or is for no kind of key
     */
    @Inject
    OnlineSources(
            ResolutionConfiguration configuration,
            Map<String, SourceProtocol> protocols,
            AnswerCache cache,
            Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
        this.lookup = new CachedLookup(cache, configuration, clock);
        for (SourceConfiguration each : configuration.sources()) {
            SourceProtocol protocol = protocols.get(each.type());
            if (protocol == null) {
                throw new IllegalArgumentException("source " + each.name() + ": there is no type " + each.type()
                        + "; there are " + String.join(", ", new TreeSet<>(protocols.keySet())));
            }
            add(new Source(each, protocol, configuration, clock));
        }
    }

    private void add(Source source) {
        if (source.kinds().isEmpty()) {
            throw new IllegalArgumentException("source " + source.name() + ": keys is missing, such as [gtin, part]");
        }
        sources.add(source);
        source.kinds()
                .forEach(kind ->
                        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(source));
    }

    /** What the services say of a reading. */
    sealed interface Outcome {
        record Answered(IdentityAnswer answer, Provenance provenance, List<Issue> warnings) implements Outcome {}

        /** Nobody knows it; the trouble of those who couldn't say. */
        record Nothing(Optional<Issue> trouble) implements Outcome {}
    }

    Outcome ask(Reading reading) {
        String key = reading.product().orElse("");
        Deadline deadline = Deadline.in(configuration.times().total());
        Optional<Outcome> stale = Optional.empty();
        Optional<Issue> trouble = Optional.empty();
        for (Source source : byKind.getOrDefault(key.substring(0, Math.max(0, key.indexOf(':'))), List.of())) {
            Optional<Question> question = Question.of(reading, source.level());
            Lookup found = question.isPresent() ? lookup.look(source, question.get(), deadline) : new Lookup.NotKnown();
            if (found instanceof Lookup.Known known) {
                return new Outcome.Answered(known.answer(), known.provenance(), List.of());
            }
            if (found instanceof Lookup.Stale old && stale.isEmpty()) {
                stale = Optional.of(new Outcome.Answered(old.answer(), old.provenance(), List.of(aged(old, key))));
            }
            if (found instanceof Lookup.Unavailable unavailable && trouble.isEmpty()) {
                trouble = Optional.of(trouble(source, key, unavailable.why()));
            }
        }
        Optional<Issue> first = trouble;
        return stale.orElseGet(() -> new Outcome.Nothing(first));
    }

    private Issue aged(Lookup.Stale old, String key) {
        String source = old.provenance().source().orElse("");
        String age = old.provenance()
                .asOf()
                .map(at -> Age.between(at, clock.instant()))
                .orElse("");
        return IssueCode.ANSWER_FROM_CACHE.issue(Map.of("source", source, "key", key, "age", age));
    }

    private static Issue trouble(Source source, String key, Failed why) {
        IssueCode code = switch (why.failure()) {
            case UNREACHABLE, OUT_OF_ORDER -> IssueCode.SOURCE_UNAVAILABLE;
            case DENIED -> IssueCode.SOURCE_DENIED;
            case UNSIGNED -> IssueCode.ANSWER_UNSIGNED;
            case SIGNATURE_BROKEN -> IssueCode.SIGNATURE_BROKEN;
            case SIGNATURE_OUT_OF_TIME -> IssueCode.SIGNATURE_OUT_OF_TIME;
            case SIGNER_UNKNOWN -> IssueCode.SIGNER_UNKNOWN;
            case UNUSABLE, HOST_NOT_ALLOWED -> IssueCode.ANSWER_UNUSABLE;
        };
        return code.issue(Map.of("source", source.name(), "key", key, "reason", why.reason()));
    }

    @Override
    public List<SourceStatus> sources() {
        return sources.stream().map(Source::status).toList();
    }
}
