package org.keyway.terminal.set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.SetVersion;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.Revision;
import org.keyway.profile.life.SetComment;
import org.keyway.profile.life.SetWarnings;
import org.keyway.profile.life.VersionRecord;
import org.keyway.terminal.api.Times;
import org.keyway.terminal.http.EntityTag;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.HttpProblem.FieldError;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/** {@code /api/v1/parameter-sets/{id}/versions/{n}/…}: what people do with a version, each with name, reason and If-Match. */
public final class SetStepRoutes implements Routes {
    private static final String VERSIONS = ParameterSetRoutes.ONE + "/versions";
    private static final String VERSION = VERSIONS + "/{n}";
    private static final int LONGEST = 4000;

    private final ParameterSetLife life;
    private final ParameterSetVersions versions;
    private final SetWarnings warnings;

    @Inject
    public SetStepRoutes(ParameterSetLife life, ParameterSetVersions versions, SetWarnings warnings) {
        this.life = life;
        this.versions = versions;
        this.warnings = warnings;
    }

    /** Something that was said about a version. */
    record CommentJson(String at, String by, String text) {
        static CommentJson of(SetComment comment) {
            return new CommentJson(Times.text(comment.at()), comment.by(), comment.text());
        }
    }

    /** All that was said about a version, in the order of time. */
    record CommentsJson(List<CommentJson> items) {}

    private interface Step {
        LifeOutcome take(Revision version, Change change);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(VERSIONS, this::begin);
        step(routes, "submit", life::submit);
        step(routes, "reject", life::reject);
        step(routes, "promote", life::promote);
        step(routes, "retire", life::retire);
        step(routes, "discard", life::discard);
        step(routes, "withdraw", this::withdraw);
        routes.post(VERSION + "/release", this::release);
        routes.post(VERSION + "/trial", this::trial);
        routes.get(VERSION + "/comments", this::comments);
        routes.post(VERSION + "/comments", this::comment);
    }

    /**
     * The version of the path.
     *
     * @throws HttpProblem when it is no number
     */
    static int number(Context context) {
        String text = context.pathParam("n");
        if (!text.matches("\\d{1,8}")) {
            throw HttpProblem.of(Code.UNKNOWN_SET, Map.of("id", context.pathParam("id") + " v" + text));
        }
        return Integer.parseInt(text);
    }

    private void step(RoutesConfig routes, String name, Step step) {
        routes.post(VERSION + "/" + name, context -> {
            RequestBody body = RequestBody.read(context, Set.of("by", "reason"));
            Change change = change(body);
            body.check();
            answer(context, step.take(revision(context), change));
        });
    }

    /** The checks of the life say what is wrong with an empty name or reason. */
    private static Change change(RequestBody body) {
        return new Change(
                body.optionalText("by", LONGEST).orElse(""),
                body.optionalText("reason", LONGEST).orElse(""));
    }

    private static Revision revision(Context context) {
        String id = context.pathParam("id");
        return SetTag.required(context, id).of(id, number(context));
    }

    private void answer(Context context, LifeOutcome outcome) {
        VersionRecord version = ChangeProblem.done(outcome);
        EntityTag.tell(context, VersionJson.tag(version));
        context.json(VersionJson.of(version, warnings.of(version.set())));
    }

    /** Begins a version with the content of an older one, or of the newest. */
    private void begin(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("by", "reason", "from"));
        Change change = change(body);
        int from = body.number("from", 0);
        body.check();
        String id = context.pathParam("id");
        SetVersion older = from > 0 ? new SetVersion(id, from) : newest(id);
        context.status(201);
        answer(context, life.revert(older, change));
    }

    private SetVersion newest(String id) {
        List<VersionRecord> all = versions.versions(id);
        return all.stream()
                .filter(version -> version.state() == LifeState.RELEASED)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(VersionRecord::name)
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_SET, Map.of("id", id)));
    }

    private LifeOutcome withdraw(Revision version, Change change) {
        boolean onTrial = versions.find(version.version())
                .filter(found -> found.state() == LifeState.ON_TRIAL)
                .isPresent();
        return onTrial ? life.withdrawTrial(version, change) : life.withdrawSchedule(version, change);
    }

    private void release(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("by", "reason", "at"));
        Change change = change(body);
        // A date that was meant but is empty must not release at once.
        Optional<String> at = body.has("at") ? Optional.of(body.text("at", LONGEST)) : Optional.empty();
        body.check();
        Revision version = revision(context);
        answer(context, at.isEmpty() ? life.release(version, change) : life.schedule(version, time(at.get()), change));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw HttpProblem.fields(List.of(new FieldError("at", "KW-HTTP-FIELD-TIME", Map.of("value", text))));
        }
    }

    private void trial(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("by", "reason", "machine", "parts"));
        Change change = change(body);
        Canary trial = new Canary(body.text("machine", LONGEST), body.number("parts", 0));
        body.check();
        answer(context, life.startTrial(revision(context), trial, change));
    }

    private void comments(Context context) {
        SetVersion version = new SetVersion(context.pathParam("id"), number(context));
        context.json(new CommentsJson(
                versions.comments(version).stream().map(CommentJson::of).toList()));
    }

    private void comment(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("by", "text"));
        String by = body.optionalText("by", LONGEST).orElse("");
        String text = body.optionalText("text", LONGEST).orElse("");
        body.check();
        SetVersion version = new SetVersion(context.pathParam("id"), number(context));
        ChangeProblem.done(life.comment(version, by, text));
        context.status(201);
        comments(context);
    }
}
