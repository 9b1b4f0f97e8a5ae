package org.keyway.terminal.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.terminal.http.HttpProblem.Code;

/**
 * Keeps web pages of others away from a server that trusts whoever reaches it. A page elsewhere can send requests to
 * loopback from the operator's own browser, directly or by pointing its own name at 127.0.0.1 (DNS rebinding); so the
 * {@code Host} must name this computer, and whatever changes something or asks the interface must come from our own pages or
 * from no page at all: even an event stream whose answer a foreign page can't read takes the place of one of ours.
 */
public final class RequestGuard {
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private static final String INTERFACE = "/api/";
    private static final String JSON = "application/json";

    /** Where files are sent to. */
    public static final String IMPORTS = "/api/v1/imports";

    /** What is sent there; as little as JSON are these types that a page elsewhere can send without asking first. */
    private static final Set<String> FILES = Set.of(
            JSON, "application/yaml", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @Inject
    public RequestGuard() {}

    /**
     * Lets the request pass.
     *
     * @throws HttpProblem when it comes from elsewhere
     */
    public void check(Context context) {
        String host = context.header("Host");
        if (host == null || !Loopback.isLoopback(Loopback.withoutPort(host))) {
            throw HttpProblem.of(Code.FOREIGN_HOST, Map.of("host", host == null ? "" : host));
        }
        boolean reading = READING.contains(context.method());
        if (!reading || context.path().startsWith(INTERFACE)) {
            checkOrigin(context, host);
        }
        if (!reading) {
            checkContentType(context.header("Content-Type"), context.path().equals(IMPORTS) ? FILES : Set.of(JSON));
        }
    }

    private static void checkOrigin(Context context, String host) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        boolean ownOrigin = origin == null || origin.equalsIgnoreCase(context.scheme() + "://" + host);
        boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
        if (!ownOrigin || !ownSite) {
            throw HttpProblem.of(Code.FOREIGN_ORIGIN, Map.of("origin", origin == null ? "?" : origin));
        }
    }

    /** A page elsewhere can't send this type without asking first, and it is never told yes. */
    private static void checkContentType(@Nullable String type, Set<String> taken) {
        if (type == null || !taken.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw HttpProblem.of(Code.CONTENT_TYPE);
        }
    }
}
