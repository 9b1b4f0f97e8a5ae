package org.keyway.profile.matching;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.Rejection;
import org.keyway.profile.SetVersion;

/**
 * Two sets of equal rank that cover the same case and disagree there on a parameter.
 *
 * @param first the one that was to be released
 * @param second the one that stands in its way
 */
public record Clash(SetVersion first, SetVersion second, String parameter, ExampleCase example) {
    private static final String CODE = "KW-SET-040";
    private static final MessageCatalogue SENTENCES =
            MessageCatalogue.load("org.keyway.profile.messages", Clash.class.getClassLoader());

    /**
     * A case that both cover.
     *
     * @param request the case as the matcher takes it; its product is {@value #ANY_PRODUCT} where the registry has none yet
     * @param decisive the attributes that make it covered by both
     */
    public record ExampleCase(MatchRequest request, Map<String, String> decisive) {
        /** Stands for a product that both sets would cover, where the registry has none. */
        public static final String ANY_PRODUCT = "*";

        public ExampleCase {
            decisive = Map.copyOf(decisive);
        }

        /** As people read it, such as {@code CC-150, lot L7, boreClass=B, HMC-01, OP20, 2026-11-23T08:00:00Z}. */
        public String text() {
            ProductIdentity identity = request.identity();
            String product =
                    identity.product().equals(ANY_PRODUCT) ? identity.family() + "/" + ANY_PRODUCT : identity.product();
            Stream<String> numbers = Stream.of(named("serial", identity.serial()), named("lot", identity.lot()))
                    .flatMap(Optional::stream);
            Stream<String> attributes = decisive.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .sorted();
            Stream<String> place = Stream.of(
                    request.machine(),
                    request.operation(),
                    request.at().truncatedTo(ChronoUnit.MILLIS).toString());
            return Stream.of(Stream.of(product), numbers, attributes, place)
                    .flatMap(part -> part)
                    .collect(Collectors.joining(", "));
        }

        private static Optional<String> named(String what, Optional<String> value) {
            return value.map(name -> what + " " + name);
        }
    }

    /** The facts of the sentence. */
    public Map<String, Object> facts() {
        return Map.of(
                "first", first.toString(),
                "second", second.toString(),
                "parameter", parameter,
                "case", example.text());
    }

    /** Why the first can't be released, for whoever submits it. */
    public Rejection rejection() {
        return new Rejection(CODE, SENTENCES.message(CODE, facts()), facts());
    }
}
