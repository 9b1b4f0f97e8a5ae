package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.SetProblem;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;

/** Reads and writes single documents as files are read and written: the same keys, the same checks, the same sentences. */
public final class JsonDocuments {
    private JsonDocuments() {}

    /** What came of reading one. */
    public sealed interface Outcome {
        /**
         * Nothing is wrong.
         *
         * @param content everything that there will be, without sets
         * @param changes what of it is new or differs
         */
        record Understood(WorkshopContent content, WorkshopContent changes) implements Outcome {}

        /** Every problem, by path. */
        record Wrong(List<SetProblem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /** A set as far as it could be read, and what is wrong with its form; what it holds is not judged. */
    public record SetReading(Optional<ParameterSet> set, List<SetProblem> problems) {
        public SetReading {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a document of any kind over what is stored. */
    public static Outcome read(JsonDocument document, StoredWorkshop stored) {
        Problems problems = new Problems();
        Draft draft = new Draft(stored.things());
        readInto(draft, document, problems);
        new WorkshopChecks(draft, stored).run();
        return problems.isEmpty()
                ? new Outcome.Understood(draft.content(), draft.changes())
                : new Outcome.Wrong(named(problems, document));
    }

    /** Reads a parameter set by itself. */
    public static SetReading readSet(JsonDocument document) {
        Problems problems = new Problems();
        Draft draft = new Draft(WorkshopContent.EMPTY);
        readInto(draft, document, problems);
        return new SetReading(draft.sets.all().findFirst(), named(problems, document));
    }

    private static void readInto(Draft draft, JsonDocument document, Problems problems) {
        // Whoever asks over the network has no part in the variables of this computer.
        FileContext context = new FileContext("", Map.of(), problems, Optional.empty());
        new DocumentReader(draft).read(new Fields(context, document.root()));
    }

    private static List<SetProblem> named(Problems problems, JsonDocument document) {
        List<SetProblem> named = new ArrayList<>();
        for (ImportProblem problem : problems.sorted()) {
            named.add(new SetProblem(document.path(problem.line()), problem.code(), problem.message()));
        }
        return named;
    }

    public static Map<String, Object> of(ParameterSet set) {
        return JsonDocument.plain(ParameterSetWriter.write(set));
    }

    public static Map<String, Object> of(ProductFamily family) {
        return JsonDocument.plain(ThingWriter.family(family));
    }

    public static Map<String, Object> of(Product product) {
        return JsonDocument.plain(ThingWriter.product(product));
    }

    public static Map<String, Object> of(MachineProfile profile) {
        return JsonDocument.plain(MachineProfileWriter.write(profile));
    }

    public static Map<String, Object> of(Station station) {
        return JsonDocument.plain(ThingWriter.station(station));
    }

    public static Map<String, Object> of(Machine machine) {
        return JsonDocument.plain(ThingWriter.machine(machine));
    }
}
