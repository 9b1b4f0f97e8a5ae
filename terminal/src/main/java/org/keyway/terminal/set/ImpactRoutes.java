package org.keyway.terminal.set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.SetVersion;
import org.keyway.profile.coverage.ReleaseImpact;
import org.keyway.profile.coverage.ReleaseImpact.Change;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.VersionRecord;
import org.keyway.terminal.api.ProblemView;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.Routes;

/** {@code GET …/versions/{n}/impact}: the cases whose result would change if the version were released, with the values. */
public final class ImpactRoutes implements Routes {
    private static final int LONGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;

    private final ParameterSetVersions versions;
    private final ReleaseImpact impact;

    @Inject
    public ImpactRoutes(ParameterSetVersions versions, ReleaseImpact impact) {
        this.versions = versions;
        this.impact = impact;
    }

    /** Some of the changes; {@code next} is what to send as {@code from}, {@code cases} how many are looked at in all. */
    record ImpactJson(List<ChangeJson> items, @Nullable Long next, long cases) {}

    /** A value before and after; null where there is none. */
    record ValueChangeJson(
            String parameter,
            @Nullable Object before,
            @Nullable Object after) {}

    /** A case whose result changes; {@code rejections} say why nothing would match after it. */
    record ChangeJson(
            String product,
            @Nullable String variant,
            @Nullable String lot,
            @Nullable String serial,
            Map<String, Object> attributes,
            String machine,
            String operation,
            boolean matchedBefore,
            boolean matchedAfter,
            List<ValueChangeJson> values,
            List<ProblemView> rejections) {
        static ChangeJson of(Change change) {
            ProductIdentity part = change.request().identity();
            return new ChangeJson(
                    part.product(),
                    change.variant().orElse(null),
                    part.lot().orElse(null),
                    part.serial().orElse(null),
                    part.attributes(),
                    change.request().machine(),
                    change.request().operation(),
                    change.before() instanceof MatchResult.Matched,
                    change.after() instanceof MatchResult.Matched,
                    change.values().stream()
                            .map(value -> new ValueChangeJson(
                                    value.parameter(),
                                    value.before().orElse(null),
                                    value.after().orElse(null)))
                            .toList(),
                    CoverageJson.rejections(change.after()));
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ParameterSetRoutes.ONE + "/versions/{n}/impact", this::answer);
    }

    private void answer(Context context) {
        QueryParameters query = new QueryParameters(context);
        int from = query.number("from", 0, Integer.MAX_VALUE, 0);
        int limit = query.number("limit", 1, LONGEST_PAGE, USUAL_PAGE);
        query.check();
        SetVersion name = new SetVersion(context.pathParam("id"), SetStepRoutes.number(context));
        VersionRecord version =
                versions.find(name).orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_SET, Map.of("id", name.toString())));
        List<ReleasedSet> before = versions.versions(name.set()).stream()
                .filter(other -> other.state() == LifeState.RELEASED)
                .map(other -> new ReleasedSet(other.set(), other.version()))
                .toList();
        ReleaseImpact.Page page =
                impact.page(new ReleasedSet(version.set(), version.version()), List.of(), before, from, limit);
        Optional<Long> next = page.next();
        context.json(
                new ImpactJson(page.changes().stream().map(ChangeJson::of).toList(), next.orElse(null), page.cases()));
    }
}
