package org.keyway.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

final class IdentifierModuleTest {
    /** A scheme as a plug-in would bring it. */
    private static final class EngineNumbers implements IdentifierScheme {
        @Override
        public Optional<Claim> read(LabelText label) {
            return label.text().startsWith("ENG*")
                    ? Optional.of(new Claim(
                            "engine",
                            Strength.DECLARED,
                            true,
                            List.of(),
                            Optional.of("part:" + label.text().substring(4)),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            List.of()))
                    : Optional.empty();
        }
    }

    private final Injector injector = Guice.createInjector(
            new IdentifierModule(),
            binder -> binder.bind(ProductRegistry.class).toInstance(key -> Optional.empty()),
            binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()),
            binder -> Multibinder.newSetBinder(binder, IdentifierScheme.class)
                    .addBinding()
                    .toInstance(new EngineNumbers()));

    @Test
    void aSchemeOfAPluginIsAskedToo() {
        Identification identification = injector.getInstance(ScanParser.class).parse(Scan.of("ENG*QX162"));

        assertThat(identification).isInstanceOfSatisfying(Identification.Identified.class, identified -> {
            assertThat(identified.reading().scheme()).isEqualTo("engine");
            assertThat(identified.reading().product()).contains("part:QX162");
        });
    }

    @Test
    void itsSentencesJoinTheCatalogues() {
        Set<MessageCatalogue> catalogues = injector.getInstance(Key.get(new TypeLiteral<Set<MessageCatalogue>>() {}));

        assertThat(catalogues).anyMatch(catalogue -> catalogue.contains("KW-ID-001"));
    }

    @Test
    void aProductUnknownToTheRegistryStaysUnknown() {
        Reading reading = Labels.standard().identified("CB-150");

        assertThat(injector.getInstance(ProductResolver.class).resolve(reading))
                .isEqualTo(new Resolution.Unknown("plain:CB-150", Optional.empty()));
    }
}
