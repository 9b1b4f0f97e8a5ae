package org.keyway.terminal.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import org.keyway.terminal.http.Routes;

/** The pages and what they load. Only files named here can be asked for, so no path leads anywhere else. */
public final class PageRoutes implements Routes {
    static final List<String> ASSETS = List.of(
            "keyway.css",
            "station.css",
            "doubt.css",
            "labels.css",
            "teach.css",
            "overview.js",
            "station.js",
            "labels.js",
            "teach.js",
            "draft.js",
            "patterns.js",
            "calibration.css",
            "calibration.js",
            "findings.js",
            "scanner.js",
            "keymap.js",
            "scans.js",
            "live.js",
            "verdict.js",
            "panels.js",
            "doubts.js",
            "doubtform.js",
            "fieldguard.js",
            "sound.js",
            "words.js",
            "dom.js",
            "engineer.css",
            "frame.js",
            "ask.js",
            "scope.js",
            "sets.js",
            "set.js",
            "setsteps.js",
            "setcomments.js",
            "setedit.js",
            "setcontent.js",
            "setimpact.js",
            "coverage.js",
            "history.js",
            "try.js",
            "derivation.js",
            "icon.svg",
            "words.en.json",
            "words.zh.json");

    @Inject
    PageRoutes() {}

    @Override
    public void addTo(RoutesConfig routes) {
        page(routes, "/", "overview.html");
        page(routes, "/stations/{id}", "station.html");
        page(routes, "/stations/{id}/scanner", "calibration.html");
        page(routes, "/labels", "labels.html");
        page(routes, "/labels/teach", "teach.html");
        page(routes, "/sets", "sets.html");
        page(routes, "/sets/{id}", "set.html");
        page(routes, "/coverage", "coverage.html");
        page(routes, "/history", "history.html");
        page(routes, "/try", "try.html");
        for (String name : ASSETS) {
            page(routes, "/assets/" + name, name);
        }
    }

    private static void page(RoutesConfig routes, String path, String name) {
        PageFile file = PageFile.load(name);
        routes.get(path, context -> send(context, file));
    }

    private static void send(Context context, PageFile file) {
        context.header("Cache-Control", "no-cache").header("ETag", file.tag());
        if (file.tag().equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.result(file.bytes()).contentType(file.type());
        }
    }
}
