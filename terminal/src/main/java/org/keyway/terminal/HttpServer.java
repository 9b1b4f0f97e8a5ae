package org.keyway.terminal;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.BindException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Service;
import org.keyway.terminal.http.DocumentBody;
import org.keyway.terminal.http.Json;
import org.keyway.terminal.http.Loopback;
import org.keyway.terminal.http.ProblemAnswers;
import org.keyway.terminal.http.RequestGuard;
import org.keyway.terminal.http.Routes;
import org.keyway.terminal.http.SecurityHeaders;
import org.keyway.terminal.http.UnreadableRequests;
import org.keyway.terminal.live.LiveFeed;

/** The HTTP server: pages and API on one port of the loopback interface. */
@Singleton
public final class HttpServer implements Service {
    private final TerminalConfiguration configuration;
    private final Set<Routes> routes;
    private final RequestGuard guard;
    private final ProblemAnswers problems;
    private final UnreadableRequests unreadable;
    private final LiveFeed feed;
    private final QueuedThreadPool threads;
    private @Nullable Javalin javalin;

    @Inject
    HttpServer(
            TerminalConfiguration configuration,
            Set<Routes> routes,
            RequestGuard guard,
            ProblemAnswers problems,
            UnreadableRequests unreadable,
            LiveFeed feed,
            QueuedThreadPool threads) {
        this.configuration = configuration;
        this.routes = routes;
        this.guard = guard;
        this.problems = problems;
        this.unreadable = unreadable;
        this.feed = feed;
        this.threads = threads;
    }

    /**
     * Starts to listen.
     *
     * @throws HostRefusedException when the host isn't loopback
     * @throws PortTakenException when another program listens there
     */
    @Override
    public void start() {
        if (!Loopback.isLoopback(configuration.host())) {
            throw new HostRefusedException(configuration.host());
        }
        Javalin created = Javalin.create(this::configure);
        feed.start();
        try {
            javalin = created.start(configuration.host(), configuration.port());
        } catch (RuntimeException e) {
            feed.stop();
            throw Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                            .anyMatch(BindException.class::isInstance)
                    ? new PortTakenException(configuration.host(), configuration.port())
                    : e;
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> server.setErrorHandler(unreadable));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(unreadable));
        config.http.maxRequestSize = DocumentBody.MAX_SIZE;
        config.http.prefer405over404 = true;
        // Our own deadlines hold: scans wait a bounded time, event streams as long as the page is open.
        config.http.asyncTimeout = 0;
        config.jsonMapper(new Json());
        config.routes.before(context -> {
            SecurityHeaders.addTo(context);
            guard.check(context);
        });
        problems.addTo(config.routes);
        routes.forEach(part -> part.addTo(config.routes));
    }

    /** Where the server answers; only once it has been started. */
    public URI address() {
        Javalin running = javalin;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        String host = configuration.host();
        boolean bareIpv6 = host.contains(":") && !host.startsWith("[");
        return URI.create("http://" + (bareIpv6 ? "[" + host + "]" : host) + ":" + running.port());
    }

    @Override
    public void stop() {
        feed.stop();
        Javalin running = javalin;
        javalin = null;
        if (running != null) {
            running.stop();
        }
    }
}
