package org.keyway.app.cli;

import com.google.inject.AbstractModule;
import java.time.Clock;
import java.util.Optional;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.ProductRegistry;

/** Identification alone, in a workshop without products. */
final class IdentifyModule extends AbstractModule {
    private final IdentifierConfiguration configuration;

    IdentifyModule(IdentifierConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        bind(ProductRegistry.class).toInstance(key -> Optional.empty());
        bind(Clock.class).toInstance(Clock.systemUTC());
        install(new IdentifierModule(configuration));
    }
}
