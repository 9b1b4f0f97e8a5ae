package org.keyway.terminal.set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.identifier.Issue;
import org.keyway.job.Problem;
import org.keyway.job.teach.Lesson;
import org.keyway.job.teach.MachineTeacher;
import org.keyway.job.teach.TeachRequest;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.workshopfile.WorkshopWriter;
import org.keyway.terminal.api.ProblemView;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/**
 * {@code POST /api/v1/machines/{id}/teach}: what a machine holds now, as a parameter set that is nowhere yet; as a draft where
 * somebody gives his name for it.
 */
public final class MachineTeachRoutes implements Routes {
    private static final int LONGEST = 64;
    private static final Set<String> KEYS =
            Arrays.stream(ScopeKey.values()).map(ScopeKey::word).collect(Collectors.toSet());

    private static final int LONGEST_REASON = 500;

    private final MachineTeacher teacher;
    private final ParameterSetLife life;

    @Inject
    public MachineTeachRoutes(MachineTeacher teacher, ParameterSetLife life) {
        this.teacher = teacher;
        this.life = life;
    }

    /** A parameter as it was found. */
    record ValueJson(
            String parameter,
            String node,
            String status,
            Optional<Object> value,
            Optional<String> unit,
            Optional<Object> matched,
            boolean differs,
            Optional<ProblemView> problem) {
        static ValueJson of(Lesson.TaughtValue taught) {
            return new ValueJson(
                    taught.parameter().name(),
                    taught.reading().node(),
                    taught.reading().status(),
                    taught.value(),
                    taught.parameter().unit(),
                    taught.matched(),
                    taught.differs(),
                    taught.problem().map(ProblemView::of));
        }
    }

    /**
     * What was taught.
     *
     * @param document the set as a workshop file
     * @param draft the version that was begun with it, where somebody gave his name
     */
    record LessonJson(String set, String document, List<ValueJson> values, Optional<DraftJson> draft) {}

    /** A draft that was begun. */
    record DraftJson(int version, int revision) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/machines/{id}/teach", this::teach);
    }

    private void teach(Context context) {
        RequestBody body =
                RequestBody.read(context, Set.of("product", "operation", "set", "scope", "confirmed", "by", "reason"));
        String product = body.text("product", LONGEST);
        RequestBody names = body.object("scope", KEYS);
        Map<ScopeKey, String> scope = new EnumMap<>(ScopeKey.class);
        for (ScopeKey key : ScopeKey.values()) {
            names.optionalText(key.word(), LONGEST).ifPresent(name -> scope.put(key, name));
        }
        TeachRequest request = new TeachRequest(
                context.pathParam("id"),
                product,
                body.optionalText("operation", LONGEST),
                body.optionalText("set", LONGEST),
                scope.isEmpty() ? Optional.empty() : Optional.of(Scope.of(scope, List.of(), Optional.empty())),
                body.flag("confirmed"));
        Optional<String> by = body.optionalText("by", LONGEST);
        Optional<String> reason = body.optionalText("reason", LONGEST_REASON);
        body.check();
        Lesson lesson = teacher.teach(request);
        if (lesson instanceof Lesson.Taught taught) {
            context.json(json(taught, by.map(name -> draft(taught, name, reason))));
            return;
        }
        Problem problem = ((Lesson.Refused) lesson).problem();
        throw HttpProblem.of(
                Code.NOT_TAUGHT, new Issue(problem.code(), Issue.Severity.ERROR, Optional.empty(), problem.message()));
    }

    private DraftJson draft(Lesson.Taught taught, String by, Optional<String> reason) {
        String why = reason.or(() -> taught.set().note()).orElse("");
        VersionRecord draft = ChangeProblem.done(life.create(taught.set(), new Change(by, why)));
        return new DraftJson(draft.version(), draft.revision());
    }

    private static LessonJson json(Lesson.Taught taught, Optional<DraftJson> draft) {
        WorkshopContent content =
                new WorkshopContent(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(taught.set()));
        return new LessonJson(
                taught.set().id(),
                String.join("", WorkshopWriter.write(content).values()),
                taught.values().stream().map(ValueJson::of).toList(),
                draft);
    }
}
