package org.keyway.terminal.http;

import io.javalin.config.RoutesConfig;

/** The paths that one part of the terminal answers; bound in a set, added to the server in any order. */
public interface Routes {
    /** Adds the paths. */
    void addTo(RoutesConfig routes);
}
