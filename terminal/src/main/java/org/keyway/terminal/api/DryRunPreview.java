package org.keyway.terminal.api;

import jakarta.inject.Inject;
import java.util.Optional;
import org.keyway.identifier.Scan;
import org.keyway.job.ScanPreview;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.http.Json;

/** The dry run as {@code POST /api/v1/match} answers it, for those who ask in another way. */
public final class DryRunPreview implements ScanPreview {
    private final DryRun dryRun;
    private final WorkshopSource workshop;

    @Inject
    DryRunPreview(DryRun dryRun, WorkshopSource workshop) {
        this.dryRun = dryRun;
        this.workshop = workshop;
    }

    @Override
    public Optional<Preview> preview(Scan scan, String machine, Optional<String> operation) {
        return workshop.current().machine(machine).map(known -> {
            MatchJson match = dryRun.match(scan, known, operation);
            return new Preview(
                    Json.MAPPER.writeValueAsString(match),
                    match.rejections().stream().map(ProblemView::code).findFirst());
        });
    }
}
