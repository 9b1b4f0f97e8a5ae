package org.keyway.terminal;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.keyway.job.HealthCheck;
import org.keyway.job.ScanPreview;
import org.keyway.job.ShopFloorListener;
import org.keyway.terminal.api.DoubtRoutes;
import org.keyway.terminal.api.DryRunPreview;
import org.keyway.terminal.api.DryRunRoutes;
import org.keyway.terminal.api.ExchangeRoutes;
import org.keyway.terminal.api.JobRoutes;
import org.keyway.terminal.api.LabelPatternRoutes;
import org.keyway.terminal.api.ReaderRoutes;
import org.keyway.terminal.api.ResolverRoutes;
import org.keyway.terminal.api.ScanRoutes;
import org.keyway.terminal.api.ScannerRoutes;
import org.keyway.terminal.api.WorkshopRoutes;
import org.keyway.terminal.health.HealthRoutes;
import org.keyway.terminal.health.JobMetrics;
import org.keyway.terminal.http.Answers;
import org.keyway.terminal.http.Routes;
import org.keyway.terminal.live.LiveFeed;
import org.keyway.terminal.live.LiveRoutes;
import org.keyway.terminal.page.PageModule;
import org.keyway.terminal.set.CoverageRoutes;
import org.keyway.terminal.set.HistoryRoutes;
import org.keyway.terminal.set.ImpactRoutes;
import org.keyway.terminal.set.MachineTeachRoutes;
import org.keyway.terminal.set.ParameterSetRoutes;
import org.keyway.terminal.set.SetStepRoutes;
import org.keyway.terminal.set.ThingRoutes;

/**
 * Wires the terminal: API, live events, probes, pages. The application binds {@link TerminalConfiguration} and {@link
 * org.keyway.terminal.page.LabelSheet}, and starts {@link HttpServer}.
 */
public final class TerminalModule extends AbstractModule {
    private static final int MOST_THREADS = 64;

    @Override
    protected void configure() {
        var routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(ScanRoutes.class);
        routes.addBinding().to(ScannerRoutes.class);
        routes.addBinding().to(JobRoutes.class);
        routes.addBinding().to(DryRunRoutes.class);
        routes.addBinding().to(WorkshopRoutes.class);
        routes.addBinding().to(ReaderRoutes.class);
        routes.addBinding().to(ResolverRoutes.class);
        routes.addBinding().to(LabelPatternRoutes.class);
        routes.addBinding().to(ParameterSetRoutes.class);
        routes.addBinding().to(SetStepRoutes.class);
        routes.addBinding().to(HistoryRoutes.class);
        routes.addBinding().to(ThingRoutes.class);
        routes.addBinding().to(CoverageRoutes.class);
        routes.addBinding().to(ImpactRoutes.class);
        routes.addBinding().to(ExchangeRoutes.class);
        routes.addBinding().to(MachineTeachRoutes.class);
        routes.addBinding().to(DoubtRoutes.class);
        routes.addBinding().to(LiveRoutes.class);
        routes.addBinding().to(HealthRoutes.class);
        install(new PageModule());

        var listeners = Multibinder.newSetBinder(binder(), ShopFloorListener.class);
        listeners.addBinding().to(LiveFeed.class);
        listeners.addBinding().to(JobMetrics.class);

        Multibinder.newSetBinder(binder(), HealthCheck.class);
        OptionalBinder.newOptionalBinder(binder(), ScanPreview.class)
                .setBinding()
                .to(DryRunPreview.class);
    }

    @Provides
    @Singleton
    QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("terminal");
        threads.setDaemon(true);
        return threads;
    }

    @Provides
    @Answers
    Executor answers(QueuedThreadPool threads) {
        return threads;
    }
}
