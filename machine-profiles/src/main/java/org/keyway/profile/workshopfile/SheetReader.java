package org.keyway.profile.workshopfile;

import java.util.Map;
import java.util.Optional;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.sheet.Sheet;
import org.keyway.profile.sheet.SheetFault;

/** Reads the tables of one file: which machine profile each is for, then its header, then a document for each row. */
final class SheetReader {
    /** Stands before the profile's id in the first row; rows that begin with {@code #} are for people. */
    static final String PROFILE = "#profile";

    private static final String COMMENT = "#";

    private final WorkshopSheet file;
    private final Problems problems;
    private final Draft draft;

    SheetReader(WorkshopSheet file, Problems problems, Draft draft) {
        this.file = file;
        this.problems = problems;
        this.draft = draft;
    }

    void read() {
        file.content().faults().forEach(this::report);
        boolean empty =
                file.content().sheets().stream().allMatch(sheet -> sheet.rows().isEmpty());
        if (empty && file.content().faults().isEmpty()) {
            context("").problem(0, ImportCode.NO_HEADER, Map.of());
        }
        for (Sheet sheet : file.content().sheets()) {
            if (!sheet.rows().isEmpty()) {
                read(sheet);
            }
        }
    }

    private FileContext context(String sheet) {
        return new FileContext(file.file(), Map.of(), problems, Optional.of(sheet));
    }

    private void report(SheetFault fault) {
        ImportCode code = switch (fault.kind()) {
            case UNREADABLE -> ImportCode.SHEET_UNREADABLE;
            case TOO_LARGE -> ImportCode.SHEET_TOO_LARGE;
            case CHARACTERS -> ImportCode.SHEET_CHARACTERS;
            case QUOTES -> ImportCode.SHEET_QUOTES;
            case FORMULA -> ImportCode.SHEET_FORMULA;
            case ERROR_VALUE, NO_VALUE -> ImportCode.SHEET_ERROR;
        };
        int place = fault.row() == 0 ? 0 : CellPlace.of(Math.min(fault.row(), 2_000_000), fault.column());
        context(fault.sheet()).problem(place, code, fault.facts());
    }

    private void read(Sheet sheet) {
        FileContext context = context(sheet.name());
        Sheet.Row first = sheet.rows().get(0);
        int place = CellPlace.of(first.number(), 1);
        Optional<String> named = first.cell(0).text().strip().equals(PROFILE)
                ? Optional.of(first.cell(1).text().strip())
                : Optional.empty();
        Optional<String> tab = Optional.of(sheet.name())
                .filter(name -> draft.profiles.find(name).isPresent());
        Optional<String> id = file.profile().or(() -> named).or(() -> tab);
        if (id.isEmpty()) {
            context.problem(place, ImportCode.NO_PROFILE, Map.of("mark", PROFILE));
            return;
        }
        Optional<MachineProfile> profile = draft.profiles.find(id.get());
        if (profile.isEmpty()) {
            context.problem(place, ImportCode.UNKNOWN_REFERENCE, Map.of("kind", "MachineProfile", "id", id.get()));
            return;
        }
        readRows(sheet, profile.get(), context);
    }

    private void readRows(Sheet sheet, MachineProfile profile, FileContext context) {
        Optional<SetRows> rows = Optional.empty();
        DocumentReader documents = new DocumentReader(draft);
        for (Sheet.Row row : sheet.rows()) {
            if (row.cell(0).text().strip().startsWith(COMMENT)) {
                continue;
            }
            if (rows.isEmpty()) {
                Map<Integer, SetColumn> columns = new SetHeader(row, profile, context, draft).columns();
                rows = Optional.of(new SetRows(row, columns, context, draft));
            } else {
                documents.read(new Fields(context, rows.get().document(row)));
            }
        }
        if (rows.isEmpty()) {
            context.problem(0, ImportCode.NO_HEADER, Map.of());
        }
    }
}
