package org.keyway.profile.life;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.SetProblem;
import org.keyway.profile.WorkshopSource;

/** What is unusual about a set and may be meant: told to whoever submits it, and no reason to refuse it. */
public final class SetWarnings {
    private final WorkshopSource workshop;

    @Inject
    public SetWarnings(WorkshopSource workshop) {
        this.workshop = workshop;
    }

    /** Everything that is unusual; nothing for most sets. */
    public List<SetProblem> of(ParameterSet set) {
        return set
                .scope()
                .operation()
                .filter(operation -> workshop.current().machines().stream()
                        .noneMatch(machine -> machine.operation().equals(operation)))
                .map(operation -> LifeCode.UNKNOWN_OPERATION.at("scope.operation", Map.of("operation", operation)))
                .stream()
                .toList();
    }
}
