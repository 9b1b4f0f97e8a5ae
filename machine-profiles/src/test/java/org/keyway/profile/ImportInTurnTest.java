package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.profile.ImportTerms.Sets;
import org.keyway.profile.life.Publication;
import org.keyway.profile.sheet.SheetFile;
import org.keyway.profile.sheet.SheetFile.Format;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.profile.workshopfile.WorkshopSheet;
import org.keyway.profile.workshopfile.WorkshopText;

/** Imports take their turn when their files have been read. */
final class ImportInTurnTest {
    private static final WorkshopText SET =
            new WorkshopText("set.yaml", "{kind: ParameterSet, id: S, scope: {product: CC-150}, values: {passes: 2}}");
    private static final WorkshopSheet TABLE = new WorkshopSheet(
            "sets.csv",
            SheetFile.read(
                    Format.CSV, "#profile,hmc\nid,product,passes\nS,CC-150,12\n".getBytes(StandardCharsets.UTF_8)),
            Optional.empty());

    private final LifeWorkshop workshop = new LifeWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    /** A file that does something whenever it is asked for. */
    private static List<WorkshopFile> file(WorkshopFile file, Runnable asked) {
        return new AbstractList<>() {
            @Override
            public WorkshopFile get(int index) {
                asked.run();
                return file;
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    private WorkshopImporter.Outcome importing(List<WorkshopFile> files) {
        return workshop.part(WorkshopImporter.class)
                .importFiles(files, Map.of(), new ImportTerms(Sets.RELEASE, "Ida", "files"));
    }

    @Test
    void nobodyWaitsWhileAFileIsRead() {
        Publication publication = workshop.part(Publication.class);
        AtomicInteger read = new AtomicInteger();
        AtomicInteger waiting = new AtomicInteger();
        Runnable look = () -> (Thread.holdsLock(publication) ? waiting : read).incrementAndGet();

        for (WorkshopFile file : List.of(SET, TABLE)) {
            read.set(0);
            importing(file(file, look));
            assertThat(read).as(file.toString()).hasPositiveValue();
        }
        assertThat(waiting.get()).isZero();
    }

    @Test
    void aTableOfWhichTheProfileChangedMeanwhileIsJudgedByTheOneThatIsInForce() {
        AtomicInteger asked = new AtomicInteger();
        Runnable tighten = () -> {
            if (asked.incrementAndGet() == 2) {
                workshop.importFiles(
                        TestWorkshop.FLOOR.replace("UInt16, min: 1, max: 20", "UInt16, min: 1, max: 10"), Sets.RELEASE);
            }
        };

        WorkshopImporter.Outcome outcome = importing(file(TABLE, tighten));

        assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("KW-IMP-013"));
    }
}
