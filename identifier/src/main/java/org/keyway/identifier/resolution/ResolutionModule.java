package org.keyway.identifier.resolution;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import jakarta.inject.Singleton;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.resolution.source.DigitalLinkResolver;
import org.keyway.identifier.resolution.source.EnterpriseNode;
import org.keyway.identifier.resolution.source.HandleProxy;
import org.keyway.identifier.resolution.source.HttpLookup;
import org.keyway.identifier.resolution.source.SecondaryNode;
import org.keyway.identifier.resolution.source.SourceProtocol;

/** Wires resolution: the local registry, the durable cache where a store brings one, and the protocols of services by name. */
public final class ResolutionModule extends AbstractModule {
    private final ResolutionConfiguration configuration;

    public ResolutionModule(ResolutionConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        bind(ResolutionConfiguration.class).toInstance(configuration);
        bind(ProductResolver.class).to(ResolverChain.class);
        bind(SourceBoard.class).to(OnlineSources.class);
        OptionalBinder.newOptionalBinder(binder(), AnswerCache.class)
                .setDefault()
                .to(MemoryAnswerCache.class)
                .in(Singleton.class);
        MapBinder<String, SourceProtocol> protocols =
                MapBinder.newMapBinder(binder(), String.class, SourceProtocol.class);
        protocols.addBinding("gs1").to(DigitalLinkResolver.class);
        protocols.addBinding("handle").to(HandleProxy.class);
        protocols.addBinding("idhub").to(EnterpriseNode.class);
        protocols.addBinding("secondary-node").to(SecondaryNode.class);
        protocols.addBinding("http").to(HttpLookup.class);
    }
}
