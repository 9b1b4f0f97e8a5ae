package org.keyway.terminal.fake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyway.identifier.Message;
import org.keyway.job.Problem;
import org.keyway.job.link.NodeReading;
import org.keyway.job.teach.Lesson;
import org.keyway.job.teach.MachineTeacher;
import org.keyway.job.teach.TeachRequest;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.ImportTerms;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Scope;
import org.keyway.profile.ValueSource;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.profile.workshopfile.WorkshopSheet;

/** Takes every file but tables with faults, has one released set, and is taught the first parameter of HMC-01. */
public final class FakeExchange implements WorkshopImporter, ReleasedSets, MachineTeacher {
    private static final ParameterSet SET = new ParameterSet(
            "EVERYTHING", Scope.ANY, Map.of(), Optional.empty(), Optional.empty(), Optional.of("=1+1"));

    private final WorkshopSource workshop;
    private final List<String> authors = new CopyOnWriteArrayList<>();

    public FakeExchange(WorkshopSource workshop) {
        this.workshop = workshop;
    }

    /** Who imported, in order. */
    public List<String> authors() {
        return authors;
    }

    @Override
    public Outcome importFiles(List<? extends WorkshopFile> files, Map<String, String> variables, ImportTerms terms) {
        if (files.get(0) instanceof WorkshopSheet sheet
                && !sheet.content().faults().isEmpty()) {
            Message message = new Message("wrong", "有误");
            return new Outcome.Refused(
                    List.of(new ImportProblem(sheet.file(), 2, Optional.of("B2"), "KW-IMP-052", message)));
        }
        authors.add(terms.by() + (terms.sets() == ImportTerms.Sets.DRAFT ? " drafts" : " releases"));
        return new Outcome.Imported(1, 1);
    }

    @Override
    public void load() {
        // There is nothing to load.
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public void each(Consumer<ReleasedSet> consumer) {
        consumer.accept(new ReleasedSet(SET, 1));
    }

    @Override
    public Lesson teach(TeachRequest request) {
        if (!request.confirmed()) {
            return new Lesson.Refused(new Problem("KW-TEACH-003", new Message("not idle", "不空闲"), Map.of()));
        }
        Parameter parameter = workshop.current()
                .profile(workshop.current()
                        .machine(request.machine())
                        .orElseThrow()
                        .profile())
                .orElseThrow()
                .parameters()
                .get(0);
        ParameterSet set = new ParameterSet(
                "TAUGHT",
                request.scope().orElse(Scope.ANY),
                Map.of(parameter.name(), new ValueSource.Constant(new BigDecimal(7000), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Lesson.Taught(
                set,
                List.of(new Lesson.TaughtValue(
                        parameter,
                        new NodeReading(parameter.node(), "Good", Optional.of(new BigDecimal(7000))),
                        Optional.of(new BigDecimal(7000)),
                        Optional.empty(),
                        Optional.empty())));
    }
}
