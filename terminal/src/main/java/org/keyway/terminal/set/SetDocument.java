package org.keyway.terminal.set;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.SetProblem;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.ChangeChecks;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.workshopfile.JsonDocument;
import org.keyway.profile.workshopfile.JsonDocuments;
import org.keyway.terminal.http.DocumentBody;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.FieldError;

/** Reads the content of a set from a request, with everything that is wrong with it at once. */
public final class SetDocument {
    private final ParameterSetLife life;

    @Inject
    public SetDocument(ParameterSetLife life) {
        this.life = life;
    }

    List<SetProblem> problems(Change change) {
        return ChangeChecks.of(change);
    }

    /**
     * The set.
     *
     * @param others what is wrong with the request besides
     * @throws HttpProblem with everything that is wrong
     */
    ParameterSet read(String id, Map<String, Object> document, List<SetProblem> others) {
        Map<String, Object> whole = new LinkedHashMap<>(document);
        whole.put("kind", "ParameterSet");
        whole.put("id", id);
        JsonDocuments.SetReading reading = JsonDocuments.readSet(JsonDocument.of(whole));
        List<SetProblem> problems = new ArrayList<>(others);
        problems.addAll(reading.problems());
        ParameterSet set = reading.set().orElseThrow();
        // What could not be read is not blamed a second time for what it lacks.
        life.problems(set).stream()
                .filter(problem -> reading.problems().stream().noneMatch(read -> overlap(read.path(), problem.path())))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw ChangeProblem.refused(problems);
        }
        return set;
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    /** Refuses whatever is left. */
    static void nothingElse(DocumentBody body) {
        List<FieldError> unknown = body.rest().keySet().stream()
                .map(name -> new FieldError(name, "KW-HTTP-FIELD-UNKNOWN", Map.of()))
                .toList();
        if (!unknown.isEmpty()) {
            throw HttpProblem.fields(unknown);
        }
    }
}
