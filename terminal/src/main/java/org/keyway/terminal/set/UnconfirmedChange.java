package org.keyway.terminal.set;

import java.util.List;
import java.util.Map;
import org.keyway.profile.coverage.ReleaseImpact.Change;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;

/** Asks whoever changes a thing under released sets to confirm that he means what it does to parts. */
public final class UnconfirmedChange {
    private UnconfirmedChange() {}

    /** The question, with the cases of which the result would change. */
    public static HttpProblem problem(List<Change> changes) {
        String first = changes.stream()
                .findFirst()
                .map(change -> change.request().identity().product() + ", "
                        + change.request().machine() + ", " + change.request().operation())
                .orElse("");
        return HttpProblem.of(Code.UNCONFIRMED, Map.of("count", changes.size(), "case", first))
                .withImpact(changes.stream().map(ImpactRoutes.ChangeJson::of).toList());
    }
}
