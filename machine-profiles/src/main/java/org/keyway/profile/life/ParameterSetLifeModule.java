package org.keyway.profile.life;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import org.keyway.profile.SubmissionCheck;
import org.keyway.profile.audit.AuditTrail;
import org.keyway.profile.store.JdbiAuditTrail;
import org.keyway.profile.store.SetLedger;

/** Wires the life of parameter sets and the audit. */
public final class ParameterSetLifeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ParameterSetLife.class).to(LifeDesk.class);
        bind(ParameterSetVersions.class).to(SetLedger.class);
        bind(AuditTrail.class).to(JdbiAuditTrail.class);
        OptionalBinder.newOptionalBinder(binder(), ReleasePolicy.class)
                .setDefault()
                .toInstance(ReleasePolicy.DEFAULT);
        Multibinder.newSetBinder(binder(), SubmissionCheck.class).addBinding().to(ClashSubmission.class);
    }
}
