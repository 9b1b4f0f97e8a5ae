package org.keyway.identifier.resolution;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.ProductRegistry.Alias;
import org.keyway.identifier.ProductRegistry.RegisteredProduct;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.resolution.OnlineSources.Outcome;
import org.keyway.identifier.scheme.IssueCode;

/** The local registry, then the services and what they answered before. A service can only name products of the registry. */
final class ResolverChain implements ProductResolver {
    private final RegistryResolver local;
    private final ProductRegistry registry;
    private final OnlineSources sources;
    private final Clock clock;

    @Inject
    ResolverChain(RegistryResolver local, ProductRegistry registry, OnlineSources sources, Clock clock) {
        this.local = local;
        this.registry = registry;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public Resolution resolve(Reading reading) {
        Resolution resolution = local.resolve(reading);
        if (resolution instanceof Resolution.Unknown unknown && !RegistryResolver.isFinal(unknown)) {
            return online(reading, unknown);
        }
        return resolution;
    }

    @Override
    public Resolution resolveLocally(Reading reading) {
        return local.resolve(reading);
    }

    private Resolution online(Reading reading, Resolution.Unknown unknown) {
        Outcome outcome = sources.ask(reading);
        if (outcome instanceof Outcome.Nothing nothing) {
            return nothing.trouble().isEmpty() ? unknown : new Resolution.Unknown(unknown.key(), nothing.trouble());
        }
        Outcome.Answered answered = (Outcome.Answered) outcome;
        String product = answered.answer().product();
        return registered(product)
                .<Resolution>map(found -> new Resolution.Resolved(
                        Identities.of(reading, found, answered.answer().attributes(), answered.provenance()),
                        answered.warnings()))
                .orElseGet(() -> new Resolution.Unknown(
                        unknown.key(),
                        Optional.of(IssueCode.NOT_REGISTERED_HERE.issue(Map.of(
                                "source", answered.provenance().source().orElse(""),
                                "key", unknown.key(),
                                "product", product)))));
    }

    private Optional<RegisteredProduct> registered(String key) {
        return registry.find(key)
                .or(() -> registry.aliases(key).stream()
                        .filter(alias -> alias.holds(clock.instant()))
                        .map(Alias::product)
                        .findFirst());
    }
}
