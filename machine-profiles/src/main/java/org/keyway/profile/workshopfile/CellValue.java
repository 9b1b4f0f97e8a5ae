package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.profile.ValueSource;

/**
 * Values in cells, both ways: every cell of a parameter's column becomes the node that a workshop file has for the value.
 *
 * <p>A number, a truth value or a text stands as it is. <code>{formula} …</code> and <code>{offset} …</code> say what they
 * are, with a unit of their own as <code>{formula [mm/min]} …</code>; <code>{value [r/s]} 8.5</code> is a value in another
 * unit than the header's, <code>{value} 8.5</code> one in no unit but that of whatever parameter takes it. Anything that needs
 * more stands in YAML's flow style: <code>[1, 2]</code>.
 */
final class CellValue {
    private static final Pattern MARKED =
            Pattern.compile("\\{(formula|offset|value)(?: \\[([^\\[\\]]{1,40})])?}(.*)", Pattern.DOTALL);

    private final YamlReader yaml;
    private final FileContext context;

    CellValue(YamlReader yaml, FileContext context) {
        this.yaml = yaml;
        this.context = context;
    }

    /** The cell of a value. */
    static String cell(ValueSource source, SetColumn column, boolean unitOfHeader) {
        if (source instanceof ValueSource.Formula formula) {
            return marked("formula", formula.unit(), CellText.cell(formula.expression()));
        }
        if (source instanceof ValueSource.Offset offset) {
            return marked("offset", offset.unit(), CellNumber.cell(offset.amount()));
        }
        ValueSource.Constant constant = (ValueSource.Constant) source;
        String value = constant(constant, column);
        boolean plain = constant.unit().isEmpty() && (unitOfHeader || !(constant.value() instanceof BigDecimal));
        return plain ? value : marked("value", constant.unit(), value);
    }

    private static String constant(ValueSource.Constant constant, SetColumn column) {
        if (constant.value() instanceof BigDecimal number) {
            return CellNumber.cell(number);
        }
        if (constant.value() instanceof String text) {
            return column.isText() ? CellText.cell(text) : CellText.quoted(text);
        }
        return YamlWriter.flow(ParameterSetWriter.value(new ValueSource.Constant(constant.value(), Optional.empty())));
    }

    private static String marked(String mark, Optional<String> unit, String content) {
        return "{" + mark + unit.map(known -> " [" + known + "]").orElse("") + "} " + content;
    }

    /**
     * The node of a cell; empty when the cell is told as a problem.
     *
     * @param unit of a number that names none
     */
    Optional<Node> node(String cell, SetColumn column, Optional<String> unit, int place) {
        Matcher marked = MARKED.matcher(cell);
        if (marked.matches()) {
            return marked(marked, column, place);
        }
        Optional<Node> value = scalar(cell, column, place);
        return value.map(node -> takesUnit(node) && unit.isPresent() ? inUnit("value", node, unit, place) : node);
    }

    private static boolean takesUnit(Node node) {
        return node instanceof Node.Sequence
                || (node instanceof Node.Scalar scalar && scalar.value() instanceof BigDecimal);
    }

    private Optional<Node> marked(Matcher cell, SetColumn column, int place) {
        String content = cell.group(3).strip();
        Optional<String> unit = Optional.ofNullable(cell.group(2)).map(String::strip);
        Optional<Node> node = switch (cell.group(1)) {
            case "formula" -> CellText.text(content, yaml).map(text -> new Node.Scalar(place, Entries.escaped(text)));
            case "offset" -> number(content, place);
            default -> scalar(content, column, place);
        };
        if (node.isEmpty() || content.isEmpty()) {
            return wrong(cell.group(), place);
        }
        boolean bare = cell.group(1).equals("value") && unit.isEmpty();
        return Optional.of(bare ? node.get() : inUnit(cell.group(1), node.get(), unit, place));
    }

    private static Node inUnit(String key, Node value, Optional<String> unit, int place) {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put(key, value);
        unit.ifPresent(known -> entries.put("unit", new Node.Scalar(place, Entries.escaped(known))));
        return new Node.Mapping(place, entries);
    }

    private static Optional<Node> number(String content, int place) {
        return CellNumber.number(content).map(number -> new Node.Scalar(place, number));
    }

    private Optional<Node> scalar(String cell, SetColumn column, int place) {
        if (column.isText() || cell.startsWith(CellText.MARK.strip())) {
            Optional<String> text = CellText.text(cell, yaml);
            return text.isEmpty() ? wrong(cell, place) : text.map(found -> new Node.Scalar(place, found));
        }
        if (cell.startsWith("[") || cell.startsWith("{")) {
            Optional<Node> flow = yaml.value(cell, place);
            return flow.isEmpty() ? wrong(cell, place) : flow;
        }
        if (CellNumber.hasComma(cell)) {
            context.problem(place, ImportCode.DECIMAL_COMMA, Map.of("value", cell));
            return Optional.empty();
        }
        boolean truth = cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
        return truth
                ? Optional.of(new Node.Scalar(place, Boolean.valueOf(cell)))
                : number(cell, place).or(() -> Optional.of(new Node.Scalar(place, cell)));
    }

    private Optional<Node> wrong(String cell, int place) {
        String shown = cell.substring(0, Math.min(cell.length(), 60));
        context.problem(place, ImportCode.BAD_CELL, Map.of("value", shown));
        return Optional.empty();
    }
}
