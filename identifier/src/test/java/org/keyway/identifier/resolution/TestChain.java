package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.Issue;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.ProductRegistry.RegisteredProduct;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.resolution.ResolutionConfiguration.Breaker;
import org.keyway.identifier.resolution.ResolutionConfiguration.Times;
import org.keyway.identifier.resolution.source.Login;
import org.keyway.identifier.resolution.source.Question.Level;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.Signatures;
import org.keyway.identifier.resolution.source.SourceConfiguration;
import org.keyway.identifier.resolution.source.SourceConfiguration.KeyPlace;
import org.keyway.identifier.resolution.source.SourceConfiguration.RequestSettings;

/** The wired chain over a registry that has one product, {@code part:P150}, with {@code hardness} 95. */
final class TestChain {
    /** Long enough for the slowest machine; a test of what takes too long has less. */
    private static final Duration AMPLE = Duration.ofSeconds(30);

    final TestClock clock = new TestClock();
    private final Injector injector;

    TestChain(List<String> hosts, SourceConfiguration... sources) {
        this(AMPLE, hosts, sources);
    }

    TestChain(Duration total, List<String> hosts, SourceConfiguration... sources) {
        Times times = new Times(
                AMPLE, total, Duration.ofMillis(5), Duration.ofHours(24), Duration.ofSeconds(60), Duration.ofDays(7));
        ResolutionConfiguration resolution = new ResolutionConfiguration(
                hosts, List.of(sources), times, new Breaker(3, Duration.ofSeconds(30)), 100);
        ProductRegistry registry = key -> key.equals("part:P150") || key.equals("plain:LOCAL")
                ? Optional.of(new RegisteredProduct("CB-150", "CYLINDER-BLOCK", Map.of("hardness", 95L)))
                : Optional.empty();
        injector = Guice.createInjector(
                new IdentifierModule(IdentifierConfiguration.standard().withResolution(resolution)),
                binder -> binder.bind(ProductRegistry.class).toInstance(registry),
                binder -> binder.bind(Clock.class).toInstance(clock));
    }

    /** A source whose answers name the product in {@code number}, and {@code bore} and {@code hardness}. */
    static SourceConfiguration source(String type, String url) {
        return source(type, url, Level.PRODUCT, RequestSettings.USUAL, Optional.empty());
    }

    static SourceConfiguration source(
            String type, String url, Level level, RequestSettings request, Optional<SecretReference> token) {
        return new SourceConfiguration(
                type,
                type,
                url,
                type.equals("http") ? Set.of("plain", "gtin") : Set.of(),
                level,
                new KeyPlace("number", "part"),
                Map.of("bore", "boreClass", "hardness", "hardness", "/deep/heat", "heat"),
                token,
                Optional.empty(),
                false,
                Optional.empty(),
                Signatures.NONE,
                request);
    }

    /** The same source, whose answers somebody may sign. */
    static SourceConfiguration signed(SourceConfiguration plain, Signatures signatures) {
        return with(plain, Optional.empty(), Optional.empty(), signatures);
    }

    /** The same source, signed in to by a challenge. */
    static SourceConfiguration signedIn(SourceConfiguration plain, Login login) {
        return with(plain, Optional.of(login), Optional.empty(), Signatures.NONE);
    }

    static SourceConfiguration with(
            SourceConfiguration plain, Optional<Login> login, Optional<String> certificate, Signatures signatures) {
        return new SourceConfiguration(
                plain.name(),
                plain.type(),
                plain.url(),
                plain.kinds(),
                plain.level(),
                plain.product(),
                plain.attributes(),
                plain.token(),
                login,
                plain.insecure(),
                certificate,
                signatures,
                plain.request());
    }

    Reading reading(String data) {
        Identification identification = injector.getInstance(ScanParser.class).parse(Scan.of(data));
        assertThat(identification).isInstanceOf(Identification.Identified.class);
        return ((Identification.Identified) identification).reading();
    }

    Resolution resolve(String data) {
        return injector.getInstance(ProductResolver.class).resolve(reading(data));
    }

    Resolution resolveLocally(String data) {
        return injector.getInstance(ProductResolver.class).resolveLocally(reading(data));
    }

    Resolution.Resolved resolved(String data) {
        Resolution resolution = resolve(data);
        assertThat(resolution).isInstanceOf(Resolution.Resolved.class);
        return (Resolution.Resolved) resolution;
    }

    ProductIdentity identity(String data) {
        return resolved(data).identity();
    }

    /** The code of the doubt of a label that must stay unknown; {@code none} where there is no doubt. */
    String unknown(String data) {
        Resolution resolution = resolve(data);
        assertThat(resolution).isInstanceOf(Resolution.Unknown.class);
        return ((Resolution.Unknown) resolution).doubt().map(Issue::code).orElse("none");
    }

    String state() {
        return injector.getInstance(SourceBoard.class).sources().get(0).state();
    }

    static List<String> targets(TestService service) {
        return new ArrayList<>(
                service.requests.stream().map(TestService.Request::target).toList());
    }
}
