package org.keyway.identifier;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import org.keyway.identifier.digitallink.DigitalLinkScheme;
import org.keyway.identifier.ecode.EcodeScheme;
import org.keyway.identifier.epc.EpcScheme;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.DictionarySource;
import org.keyway.identifier.gs1.ElementStringScheme;
import org.keyway.identifier.handle.HandleScheme;
import org.keyway.identifier.iec61406.IdentificationLinkScheme;
import org.keyway.identifier.iso15434.DataIdentifierScheme;
import org.keyway.identifier.iso15434.EnvelopeScheme;
import org.keyway.identifier.ma.MaScheme;
import org.keyway.identifier.milstd130.ItemIdentifierScheme;
import org.keyway.identifier.oid.OidScheme;
import org.keyway.identifier.pattern.MemoryPatternStore;
import org.keyway.identifier.pattern.PatternStore;
import org.keyway.identifier.plain.PlainScheme;
import org.keyway.identifier.reading.LabelReader;
import org.keyway.identifier.resolution.ResolutionModule;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.uuid.UuidScheme;
import org.keyway.identifier.vin.VinScheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires identification: the schemes by which labels are read, and resolution. Needs a {@link ProductRegistry} and a {@link
 * java.time.Clock}.
 */
public final class IdentifierModule extends AbstractModule {
    private static final Logger LOG = LoggerFactory.getLogger(IdentifierModule.class);

    private final IdentifierConfiguration configuration;

    /** Identification by the standards alone. */
    public IdentifierModule() {
        this(IdentifierConfiguration.standard());
    }

    /** Identification with what the site decided about its labels. */
    public IdentifierModule(IdentifierConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        log(configuration.gs1().dictionary().source());
        bind(IdentifierConfiguration.class).toInstance(configuration);
        bind(ApplicationIdentifiers.class).toInstance(configuration.gs1().dictionary());
        bind(ScanParser.class).to(LabelReader.class).in(Singleton.class);
        OptionalBinder.newOptionalBinder(binder(), PatternStore.class)
                .setDefault()
                .to(MemoryPatternStore.class)
                .in(Singleton.class);
        install(new ResolutionModule(configuration.resolution()));
        Multibinder<IdentifierScheme> schemes = Multibinder.newSetBinder(binder(), IdentifierScheme.class);
        schemes.addBinding().to(ElementStringScheme.class);
        schemes.addBinding().to(DigitalLinkScheme.class);
        schemes.addBinding().to(EnvelopeScheme.class);
        schemes.addBinding().to(DataIdentifierScheme.class);
        schemes.addBinding().to(HandleScheme.class);
        schemes.addBinding().to(ItemIdentifierScheme.class);
        schemes.addBinding().to(VinScheme.class);
        schemes.addBinding().to(EpcScheme.class);
        schemes.addBinding().to(UuidScheme.class);
        schemes.addBinding().to(OidScheme.class);
        schemes.addBinding().to(EcodeScheme.class);
        schemes.addBinding().to(MaScheme.class);
        schemes.addBinding().to(IdentificationLinkScheme.class);
        schemes.addBinding().to(PlainScheme.class);
        Multibinder.newSetBinder(binder(), MessageCatalogue.class)
                .addBinding()
                .toInstance(MessageCatalogue.load(IssueCode.BUNDLE, getClass().getClassLoader()));
    }

    private static void log(DictionarySource dictionary) {
        LOG.info("GS1 application identifiers: {}, release {}", dictionary.name(), dictionary.release());
        dictionary.warnings().forEach(warning -> LOG.warn("{}: {}", dictionary.name(), warning));
    }
}
