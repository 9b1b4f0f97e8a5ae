package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.identifier.Trust;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;
import org.keyway.profile.sheet.Sheet;

/** What a template tells people below its header, in both languages; every row begins with {@code #}, so none is read. */
final class TemplateRows {
    private static final MessageCatalogue WORDS =
            MessageCatalogue.load("org.keyway.profile.messages", TemplateRows.class.getClassLoader());

    private final List<SetColumn> columns;

    TemplateRows(List<SetColumn> columns) {
        this.columns = columns;
    }

    List<List<Sheet.Cell>> rows() {
        return List.of(
                row("# English", this::english),
                row("# 中文", this::chinese),
                row("# limits 限值", TemplateRows::limits),
                row("# example 示例", TemplateRows::example));
    }

    private List<Sheet.Cell> row(String mark, Function<SetColumn, String> cell) {
        return columns.stream()
                .map(column -> column.name().equals(SetColumn.ID) && !column.isValue()
                        ? Sheet.Cell.of(mark)
                        : Sheet.Cell.of(cell.apply(column)))
                .toList();
    }

    private String english(SetColumn column) {
        return CellText.cell(column.parameter()
                .map(parameter -> parameter.label().en())
                .orElseGet(
                        () -> WORDS.message("sheet." + column.name(), Map.of()).en()));
    }

    private String chinese(SetColumn column) {
        return CellText.cell(column.parameter()
                .map(parameter -> parameter.label().zh())
                .orElseGet(
                        () -> WORDS.message("sheet." + column.name(), Map.of()).zh()));
    }

    private static String limits(SetColumn column) {
        if (column.parameter().isEmpty()) {
            return column.name().equals(SetColumn.TRUST) ? words(choices(Trust.values())) : "";
        }
        Parameter parameter = column.parameter().get();
        String range = parameter.min().isEmpty() && parameter.max().isEmpty()
                ? ""
                : " " + bound(parameter.min()) + ".." + bound(parameter.max());
        String length = parameter.maxLength().map(longest -> " ≤" + longest).orElse("");
        return parameter.type().opcUaName() + range + length + (parameter.required() ? " *" : "");
    }

    private static String bound(Optional<BigDecimal> limit) {
        return limit.map(CellNumber::cell).orElse("");
    }

    private static String words(List<String> words) {
        return String.join(" / ", words);
    }

    private static List<String> choices(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static String example(SetColumn column) {
        if (column.parameter().isPresent()) {
            return example(column.parameter().get());
        }
        return switch (column.name()) {
            case "product" -> "CB-150";
            case "operation" -> "OP20";
            case SetColumn.ATTRIBUTES -> "boreClass=A|B; hardness=90..110";
            case SetColumn.FROM -> "2026-01-31T00:00:00Z";
            default -> "";
        };
    }

    private static String example(Parameter parameter) {
        return switch (parameter.type()) {
            case BOOLEAN -> "true";
            case STRING -> "O1234";
            default -> parameter.min().or(parameter::max).map(CellNumber::cell).orElse("1");
        };
    }

    /** What may be chosen in a column; empty where anything may be written. */
    static List<String> choices(String header, MachineProfile profile) {
        if (header.equals(SetColumn.TRUST)) {
            return choices(Trust.values());
        }
        boolean truth = SetColumn.read(header)
                .filter(SetColumn::isValue)
                .flatMap(column -> profile.parameters().stream()
                        .filter(parameter -> parameter.name().equals(column.name()))
                        .findFirst())
                .filter(parameter -> parameter.type() == ValueType.BOOLEAN)
                .isPresent();
        return truth ? List.of("true", "false") : List.of();
    }
}
