package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.identifier.Trust;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueSource;
import org.keyway.profile.sheet.CsvWriter;
import org.keyway.profile.sheet.Sheet;
import org.keyway.profile.sheet.SheetFile.Format;
import org.keyway.profile.sheet.XlsxWriter;

/** Writes the parameter sets of a machine profile as a table that {@link WorkshopReader} reads as the same sets. */
public final class SetSheets {
    /** Where the header stands. */
    private static final int HEADER = 1;

    private final Collection<Machine> machines;
    private final Map<String, MachineProfile> profiles;

    /** A writer for sets of a workshop with these machines and profiles. */
    public SetSheets(Collection<Machine> machines, Collection<MachineProfile> profiles) {
        this.machines = List.copyOf(machines);
        this.profiles = profiles.stream()
                .collect(Collectors.toMap(MachineProfile::id, Function.identity(), (one, same) -> one));
    }

    /** The profiles that a set reaches by its scope, by id: in the table of each of them the set could stand. */
    public Set<String> reached(ParameterSet set) {
        return profilesOf(set).stream().map(MachineProfile::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<MachineProfile> profilesOf(ParameterSet set) {
        return ScopeReach.profiles(set.scope(), machines, id -> Optional.ofNullable(profiles.get(id)));
    }

    /**
     * The table of these sets.
     *
     * @throws IllegalArgumentException when a text is too long for a cell of the format
     */
    public byte[] write(Format format, MachineProfile profile, Collection<ParameterSet> sets) {
        return file(format, sheet(profile, sets), profile);
    }

    /** An empty table for a profile: units in the header; limits, names and an example in rows that are not read. */
    public byte[] template(Format format, MachineProfile profile) {
        List<SetColumn> columns = columns(profile, List.of());
        List<List<Sheet.Cell>> rows = new ArrayList<>(head(profile, columns));
        rows.addAll(new TemplateRows(columns).rows());
        return file(format, sheet(profile, rows, 0), profile);
    }

    static byte[] file(Format format, Sheet sheet, MachineProfile profile) {
        if (format == Format.CSV) {
            return CsvWriter.write(sheet);
        }
        Map<Integer, List<String>> choices = new LinkedHashMap<>();
        Sheet.Row header = sheet.rows().get(HEADER);
        for (int column = 0; column < header.cells().size(); column++) {
            List<String> words = TemplateRows.choices(header.cell(column).text(), profile);
            if (!words.isEmpty()) {
                choices.put(column, words);
            }
        }
        return XlsxWriter.write(sheet, HEADER, choices);
    }

    private Sheet sheet(MachineProfile profile, Collection<ParameterSet> sets) {
        List<SetColumn> columns = columns(profile, sets);
        List<List<Sheet.Cell>> rows = new ArrayList<>(head(profile, columns));
        sets.forEach(set -> rows.add(row(set, columns)));
        return sheet(profile, rows, 0);
    }

    private static Sheet sheet(MachineProfile profile, List<List<Sheet.Cell>> rows, int above) {
        List<Sheet.Row> numbered = new ArrayList<>();
        for (List<Sheet.Cell> cells : rows) {
            numbered.add(new Sheet.Row(above + numbered.size() + 1, cells));
        }
        return new Sheet(profile.id(), numbered);
    }

    private static List<List<Sheet.Cell>> head(MachineProfile profile, List<SetColumn> columns) {
        return List.of(
                List.of(Sheet.Cell.of(SheetReader.PROFILE), Sheet.Cell.of(profile.id())),
                columns.stream().map(column -> Sheet.Cell.of(column.header())).toList());
    }

    private static List<SetColumn> columns(MachineProfile profile, Collection<ParameterSet> sets) {
        Set<String> others = new TreeSet<>();
        sets.forEach(set -> others.addAll(set.values().keySet()));
        profile.parameters().forEach(parameter -> others.remove(parameter.name()));
        return Stream.of(
                        SetColumn.FIXED.stream().map(SetColumn::fixed),
                        profile.parameters().stream().map(SetColumn::of),
                        others.stream().map(SetColumn::other))
                .flatMap(found -> found)
                .toList();
    }

    private List<Sheet.Cell> row(ParameterSet set, List<SetColumn> columns) {
        Map<String, String> fixed = fixed(set);
        Set<MachineProfile> reached = profilesOf(set);
        List<Sheet.Cell> cells = new ArrayList<>();
        for (SetColumn column : columns) {
            cells.add(
                    column.isValue()
                            ? Optional.ofNullable(set.values().get(column.name()))
                                    .map(source -> value(source, column, reached))
                                    .orElse(Sheet.Cell.BLANK)
                            : Sheet.Cell.of(fixed.getOrDefault(column.name(), "")));
        }
        return cells;
    }

    private static Sheet.Cell value(ValueSource source, SetColumn column, Set<MachineProfile> reached) {
        Optional<String> unit = column.parameter().flatMap(Parameter::unit);
        boolean same =
                column.parameter().isEmpty() || unit.isEmpty() || ScopeReach.sameUnit(reached, column.name(), unit);
        String cell = CellValue.cell(source, column, same);
        return new Sheet.Cell(cell, !column.isText() && CellNumber.number(cell).isPresent());
    }

    private static Map<String, String> fixed(ParameterSet set) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SetColumn.ID, set.id());
        for (ScopeKey key : ScopeKey.values()) {
            set.scope().name(key).ifPresent(name -> cells.put(key.word(), CellText.cell(name)));
        }
        String conditions = ConditionText.cell(set.scope().attributes());
        cells.put(SetColumn.ATTRIBUTES, conditions.isEmpty() ? "" : CellText.cell(conditions));
        set.from().map(Instant::toString).ifPresent(from -> cells.put(SetColumn.FROM, from));
        set.until().map(Instant::toString).ifPresent(until -> cells.put(SetColumn.UNTIL, until));
        set.parts().map(BigDecimal::new).ifPresent(parts -> cells.put(SetColumn.PARTS, CellNumber.cell(parts)));
        set.layer().ifPresent(layer -> cells.put(SetColumn.LAYER, CellText.cell(layer)));
        set.scope().trust().map(Trust::name).ifPresent(trust -> cells.put(SetColumn.TRUST, trust));
        set.note().ifPresent(note -> cells.put(SetColumn.NOTE, CellText.cell(note)));
        return cells;
    }
}
