package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Scan;
import org.keyway.identifier.pattern.LabelPatterns;
import org.keyway.identifier.pattern.PatternChange;
import org.keyway.identifier.pattern.PatternDefinition;
import org.keyway.identifier.pattern.SitePattern;
import org.keyway.identifier.teach.LabelTeacher;
import org.keyway.job.ScanRequest;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/** The patterns of the site, {@code /api/v1/label-patterns}, and proposals for samples of an unknown label. */
public final class LabelPatternRoutes implements Routes {
    private static final String ALL = "/api/v1/label-patterns";
    private static final String ONE = ALL + "/{name}";

    /** More than these are not even counted; the teacher itself says how many it takes. */
    private static final int MOST_SAMPLES = 100;

    private static final long NO_VERSION = -1;

    private final LabelTeacher teacher;
    private final LabelPatterns patterns;

    @Inject
    public LabelPatternRoutes(LabelTeacher teacher, LabelPatterns patterns) {
        this.teacher = teacher;
        this.patterns = patterns;
    }

    /** Every pattern, those of the configuration first. */
    record Listed(List<SitePatternJson> patterns) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(ALL + "/proposals", this::propose);
        routes.get(ALL, this::list);
        routes.get(ONE, this::show);
        routes.put(ONE, this::accept);
        routes.delete(ONE, this::withdraw);
    }

    private void propose(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("samples"));
        List<Scan> samples = body.texts("samples", MOST_SAMPLES, ScanRequest.LONGEST_DATA).stream()
                .map(Scan::of)
                .toList();
        body.check();
        context.json(LessonJson.of(teacher.teach(samples)));
    }

    private void list(Context context) {
        context.json(new Listed(patterns.all().stream().map(SitePatternJson::of).toList()));
    }

    private void show(Context context) {
        String name = context.pathParam("name");
        answer(context, patterns.named(name).orElseThrow(() -> problem(Code.UNKNOWN_PATTERN, name)));
    }

    private static void answer(Context context, SitePattern pattern) {
        pattern.acceptance().ifPresent(accepted -> context.header("ETag", "\"" + accepted.version() + "\""));
        context.json(SitePatternJson.of(pattern));
    }

    private void accept(Context context) {
        PatternDefinition sent =
                PatternJson.read(context.pathParam("name"), RequestBody.read(context, PatternJson.fields()));
        Optional<Long> kept = patterns.version(sent.name());
        if (kept.isEmpty() && context.header("If-Match") == null) {
            context.status(201);
            answer(context, accepted(sent.name(), patterns.create(sent)));
        } else {
            answer(context, accepted(sent.name(), patterns.replace(sent, version(context, sent.name(), kept))));
        }
    }

    private static SitePattern accepted(String name, PatternChange change) {
        if (change instanceof PatternChange.Accepted accepted) {
            return accepted.pattern();
        }
        throw problem(name, change);
    }

    private void withdraw(Context context) {
        String name = context.pathParam("name");
        Optional<Long> kept = patterns.version(name);
        if (kept.isEmpty() && patterns.named(name).isEmpty()) {
            throw problem(Code.UNKNOWN_PATTERN, name);
        }
        PatternChange change = patterns.withdraw(name, kept.isEmpty() ? NO_VERSION : version(context, name, kept));
        if (!(change instanceof PatternChange.Withdrawn)) {
            throw problem(name, change);
        }
        context.status(204);
    }

    /** The version that the client has seen ({@code If-Match}, RFC 9110 13.1.1); what is no version of ours never matches. */
    private static long version(Context context, String name, Optional<Long> kept) {
        @Nullable String seen = context.header("If-Match");
        if (seen == null) {
            throw problem(Code.VERSION_UNSAID, name);
        }
        if (seen.strip().equals("*")) {
            return kept.orElse(NO_VERSION);
        }
        String digits = seen.strip().replaceAll("^\"([0-9]{1,18})\"$", "$1");
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : NO_VERSION;
    }

    private static HttpProblem problem(String name, PatternChange change) {
        if (change instanceof PatternChange.Refused refused) {
            return HttpProblem.of(Code.PATTERN_UNUSABLE, refused.issue());
        }
        if (change instanceof PatternChange.Full) {
            return HttpProblem.of(Code.TOO_MANY_PATTERNS, Map.of("limit", LabelPatterns.MOST_ACCEPTED));
        }
        return problem(
                change instanceof PatternChange.Configured ? Code.PATTERN_CONFIGURED : Code.PATTERN_OVERTAKEN, name);
    }

    private static HttpProblem problem(Code code, String name) {
        return HttpProblem.of(code, Map.of("pattern", name));
    }
}
