package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.keyway.identifier.Scan;
import org.keyway.identifier.teach.LabelTeacher;
import org.keyway.job.ScanRequest;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/** {@code POST /api/v1/label-patterns/proposals}: patterns for samples of an unknown label; nothing is kept. */
public final class LabelPatternRoutes implements Routes {
    /** More than these are not even counted; the teacher itself says how many it takes. */
    private static final int MOST_SAMPLES = 100;

    private final LabelTeacher teacher;

    @Inject
    public LabelPatternRoutes(LabelTeacher teacher) {
        this.teacher = teacher;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/label-patterns/proposals", this::propose);
    }

    private void propose(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("samples"));
        List<Scan> samples = body.texts("samples", MOST_SAMPLES, ScanRequest.LONGEST_DATA).stream()
                .map(Scan::of)
                .toList();
        body.check();
        context.json(LessonJson.of(teacher.teach(samples)));
    }
}
