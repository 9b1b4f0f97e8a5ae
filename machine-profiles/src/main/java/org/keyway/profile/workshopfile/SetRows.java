package org.keyway.profile.workshopfile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.keyway.profile.Machine;
import org.keyway.profile.Parameter;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.sheet.Sheet;

/** Makes of each row the document that a workshop file has for a parameter set, with cells in place of lines. */
final class SetRows {
    private final Sheet.Row header;
    private final Map<Integer, SetColumn> columns;
    private final FileContext context;
    private final Draft draft;
    private final YamlReader yaml;
    private final CellValue values;
    private final List<Machine> machines;
    private final Map<UnitQuestion, Boolean> sameUnits = new HashMap<>();

    SetRows(Sheet.Row header, Map<Integer, SetColumn> columns, FileContext context, Draft draft) {
        this.header = header;
        this.columns = columns;
        this.context = context;
        this.draft = draft;
        this.yaml = new YamlReader(context);
        this.values = new CellValue(yaml, context);
        this.machines = draft.machines.all().toList();
    }

    private record UnitQuestion(Optional<String> machineClass, Optional<String> machine, String parameter) {}

    Node.Mapping document(Sheet.Row row) {
        int place = CellPlace.of(row.number(), 0);
        Map<String, Node> root = new LinkedHashMap<>();
        Map<String, Node> scope = new LinkedHashMap<>();
        Map<String, Node> effective = new LinkedHashMap<>();
        Map<String, Node> found = new LinkedHashMap<>();
        root.put("kind", new Node.Scalar(place, "ParameterSet"));
        each(row, (column, at) -> {
            String cell = row.cell(at).text().strip();
            if (!column.isValue()) {
                Map<String, Node> into = switch (column.name()) {
                    case SetColumn.ID, SetColumn.LAYER, SetColumn.NOTE -> root;
                    case SetColumn.FROM, SetColumn.UNTIL, SetColumn.PARTS -> effective;
                    default -> scope;
                };
                fixed(column, cell, CellPlace.of(row.number(), at)).ifPresent(node -> into.put(column.name(), node));
            }
        });
        Optional<String> machineClass = cell(row, ScopeKey.MACHINE_CLASS.word());
        Optional<String> machine = cell(row, ScopeKey.MACHINE.word());
        each(row, (column, at) -> {
            if (column.isValue()) {
                Optional<String> unit = unit(column, new UnitQuestion(machineClass, machine, column.name()));
                values.node(row.cell(at).text().strip(), column, unit, CellPlace.of(row.number(), at))
                        .ifPresent(node -> found.put(column.name(), node));
            }
        });
        root.put("scope", new Node.Mapping(place, scope));
        root.put("effective", new Node.Mapping(place, effective));
        root.put("values", new Node.Mapping(place, found));
        return new Node.Mapping(place, root);
    }

    private void each(Sheet.Row row, BiConsumer<SetColumn, Integer> reader) {
        for (int at = 0; at < row.cells().size(); at++) {
            SetColumn column = columns.get(at);
            if (header.cell(at).isBlank()) {
                checkBlank(row, at);
            } else if (column != null && !row.cell(at).isBlank()) {
                reader.accept(column, at);
            }
        }
    }

    private void checkBlank(Sheet.Row row, int at) {
        if (!row.cell(at).isBlank()) {
            context.problem(CellPlace.of(row.number(), at), ImportCode.NO_COLUMN, Map.of());
        }
    }

    private Optional<String> cell(Sheet.Row row, String name) {
        return columns.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().isValue() && entry.getValue().name().equals(name))
                .map(entry -> row.cell(entry.getKey()))
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .flatMap(cell -> CellText.text(cell.text(), yaml));
    }

    private Optional<Node> fixed(SetColumn column, String cell, int place) {
        if (column.name().equals(SetColumn.ATTRIBUTES)) {
            return CellText.text(cell, yaml)
                    .flatMap(text -> ConditionText.read(text.strip(), place, yaml))
                    .or(() -> wrong(ImportCode.BAD_CONDITIONS, cell, place));
        }
        if (column.name().equals(SetColumn.PARTS)) {
            return CellNumber.number(cell)
                    .<Node>map(number -> new Node.Scalar(place, number))
                    .or(() -> Optional.of(new Node.Scalar(place, cell)));
        }
        return CellText.text(cell, yaml)
                .<Node>map(text -> new Node.Scalar(place, Entries.escaped(text)))
                .or(() -> wrong(ImportCode.BAD_CELL, cell, place));
    }

    private Optional<Node> wrong(ImportCode code, String cell, int place) {
        context.problem(place, code, Map.of("value", cell.substring(0, Math.min(cell.length(), 60))));
        return Optional.empty();
    }

    /**
     * The unit that a number of a column has of its own. None where the header's is that of the parameter, as in a workshop
     * file; but where the set reaches machines that take the parameter in another unit, the header's must not be lost.
     */
    private Optional<String> unit(SetColumn column, UnitQuestion question) {
        Optional<String> usual = column.parameter().flatMap(Parameter::unit);
        if (column.unit().isEmpty() || !column.unit().equals(usual)) {
            return column.unit();
        }
        return sameUnits.computeIfAbsent(question, asked -> isSame(asked, usual)) ? Optional.empty() : usual;
    }

    private boolean isSame(UnitQuestion question, Optional<String> unit) {
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        question.machineClass().ifPresent(name -> names.put(ScopeKey.MACHINE_CLASS, name));
        question.machine().ifPresent(name -> names.put(ScopeKey.MACHINE, name));
        Scope scope = Scope.of(names, List.of(), Optional.empty());
        return ScopeReach.sameUnit(
                ScopeReach.profiles(scope, machines, draft.profiles::find), question.parameter(), unit);
    }
}
