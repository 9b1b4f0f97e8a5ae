package org.keyway.app;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import org.keyway.app.config.AppConfiguration;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.JobControlModule;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.OpcUaModule;
import org.keyway.opcua.model.load.ModelConfiguration;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.TerminalModule;
import org.keyway.terminal.page.LabelSheet;

/** The whole house, from left to right, with its configuration. */
public final class AppModule extends AbstractModule {
    private final AppConfiguration configuration;

    public AppModule(AppConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        binder().disableCircularProxies();
        bind(Clock.class).toInstance(Clock.systemUTC());
        bind(DatabaseConfiguration.class).toInstance(configuration.database());
        bind(OpcUaConfiguration.class).toInstance(configuration.opcUa());
        bind(TerminalConfiguration.class).toInstance(configuration.http());
        bind(LabelSheet.class).toInstance(configuration.labels());
        install(new IdentifierModule(configuration.identifier()));
        install(new ProfilesModule());
        OptionalBinder.newOptionalBinder(binder(), Precedence.class)
                .setBinding()
                .toInstance(configuration.precedence());
        OptionalBinder.newOptionalBinder(binder(), ReleasePolicy.class)
                .setBinding()
                .toInstance(configuration.release());
        install(new JobControlModule());
        install(new OpcUaModule());
        OptionalBinder.newOptionalBinder(binder(), ModelConfiguration.class)
                .setBinding()
                .toInstance(ModelConfiguration.in(configuration.opcUa().pki().resolveSibling("models")));
        install(new TerminalModule());
    }
}
