package org.keyway.terminal.http;

import io.javalin.http.Context;
import java.util.Map;

/** What a browser is told about every answer: run our own scripts only, show us in no frame, guess no types. */
public final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    /** Puts the headers on the answer; a handler may replace {@code Cache-Control}. */
    public static void addTo(Context context) {
        ALL.forEach(context::header);
    }
}
