package org.keyway.profile.workshopfile;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.sheet.Sheet;
import org.keyway.profile.units.Units;

/** Reads the header of a table. */
final class SetHeader {
    private final Sheet.Row row;
    private final MachineProfile profile;
    private final FileContext context;
    private final Draft draft;
    private final Set<String> seen = new HashSet<>();

    SetHeader(Sheet.Row row, MachineProfile profile, FileContext context, Draft draft) {
        this.row = row;
        this.profile = profile;
        this.context = context;
        this.draft = draft;
    }

    /** The columns that can be read, by their index; what is wrong with others is told. */
    Map<Integer, SetColumn> columns() {
        Map<Integer, SetColumn> columns = new TreeMap<>();
        for (int index = 0; index < row.cells().size(); index++) {
            if (!row.cell(index).isBlank()) {
                int at = index;
                column(index).ifPresent(column -> columns.put(at, column));
            }
        }
        if (!seen.contains(SetColumn.ID)) {
            context.problem(CellPlace.of(row.number(), 0), ImportCode.NO_HEADER, Map.of());
        }
        return columns;
    }

    private Optional<SetColumn> column(int index) {
        String header = row.cell(index).text().strip();
        int place = CellPlace.of(row.number(), index);
        Optional<SetColumn> column = SetColumn.read(header);
        if (column.isEmpty()) {
            return wrong(place, ImportCode.UNKNOWN_COLUMN, Map.of("column", header));
        }
        if (!seen.add((column.get().isValue() ? "value:" : "") + column.get().name())) {
            return wrong(place, ImportCode.COLUMN_TWICE, Map.of("column", header));
        }
        return column.get().isValue() ? value(column.get(), place) : column;
    }

    private Optional<SetColumn> wrong(int place, ImportCode code, Map<String, ?> facts) {
        context.problem(place, code, facts);
        return Optional.empty();
    }

    private Optional<SetColumn> value(SetColumn column, int place) {
        Optional<Parameter> own = profile.parameters().stream()
                .filter(parameter -> parameter.name().equals(column.name()))
                .findFirst();
        boolean elsewhere = own.isEmpty()
                && draft.profiles
                        .all()
                        .flatMap(other -> other.parameters().stream())
                        .anyMatch(parameter -> parameter.name().equals(column.name()));
        if (own.isEmpty() && !elsewhere) {
            return wrong(place, ImportCode.UNKNOWN_COLUMN, Map.of("column", column.name()));
        }
        if (column.unit().isEmpty()) {
            return Optional.of(column.with(own));
        }
        String unit = column.unit().get();
        String target = own.flatMap(Parameter::unit).orElse("");
        boolean fits = Units.table().find(unit).isPresent()
                && (own.isEmpty() || Units.table().convertible(unit, target));
        return fits
                ? Optional.of(column.with(own))
                : wrong(
                        place,
                        ImportCode.COLUMN_UNIT,
                        Map.of("unit", unit, "parameter", column.name(), "target", target.isEmpty() ? "-" : target));
    }
}
