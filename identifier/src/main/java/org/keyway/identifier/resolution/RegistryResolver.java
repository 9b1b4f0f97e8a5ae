package org.keyway.identifier.resolution;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.ProductRegistry.Alias;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Provenance;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.scheme.IssueCode;

/**
 * Resolves by the local registry alone, the most specific name first: the single part ({@code <key>;serial=<serial>}), then
 * its key; each as an identifier, then as an alias that holds now. A part that was relabelled is so found before the
 * product that its old label names. What the registry says about a product wins over what its label says.
 */
public final class RegistryResolver implements ProductResolver {
    private static final String SERIAL = ";serial=";

    private final ProductRegistry registry;
    private final Clock clock;

    @Inject
    public RegistryResolver(ProductRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Resolution resolve(Reading reading) {
        String key = reading.product().orElse("");
        return reading.serial()
                .flatMap(serial -> named(key + SERIAL + serial, reading))
                .or(() -> named(key, reading))
                .orElseGet(() -> new Resolution.Unknown(key, doubt(reading)));
    }

    /** Whether the registry itself says that the key stands for nothing, so that there is nobody else to ask. */
    static boolean isFinal(Resolution.Unknown unknown) {
        return unknown.doubt()
                .filter(issue -> issue.code().equals(IssueCode.LABEL_NOT_VALID_NOW.code()))
                .isPresent();
    }

    private Optional<Resolution> named(String key, Reading reading) {
        return registry.find(key)
                .<Resolution>map(
                        product -> new Resolution.Resolved(Identities.of(reading, product, Map.of(), Provenance.LOCAL)))
                .or(() -> renamed(key, reading));
    }

    private Optional<Resolution> renamed(String key, Reading reading) {
        List<Alias> aliases = registry.aliases(key);
        if (aliases.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Optional.of(aliases.stream()
                .filter(alias -> alias.holds(now))
                .findFirst()
                .<Resolution>map(alias -> new Resolution.Resolved(
                        Identities.of(reading, alias.product(), Map.of(), Provenance.LOCAL),
                        List.of(IssueCode.RELABELLED.issue(
                                Map.of("key", key, "product", alias.product().id())))))
                .orElseGet(() -> new Resolution.Unknown(key, Optional.of(notNow(key, aliases)))));
    }

    private static Issue notNow(String key, List<Alias> aliases) {
        String range = String.join(
                ", ",
                aliases.stream()
                        .map(alias -> alias.from().map(Instant::toString).orElse("") + " – "
                                + alias.until().map(Instant::toString).orElse(""))
                        .toList());
        return IssueCode.LABEL_NOT_VALID_NOW.issue(Map.of("key", key, "range", range));
    }

    private static Optional<Issue> doubt(Reading reading) {
        return reading.issues().stream()
                .filter(issue -> issue.code().equals(IssueCode.SYMBOLOGY_NOT_SENT.code()))
                .findFirst();
    }
}
