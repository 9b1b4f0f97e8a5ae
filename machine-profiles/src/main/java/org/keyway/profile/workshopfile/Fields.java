package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.profile.Name;
import org.keyway.profile.workshopfile.WorkshopReader.Outcome.Place;

/** The entries of one mapping, taken out one by one; what is wrong or left over becomes a problem. */
final class Fields implements Findings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|min|h)");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/+-]{0,63}");

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant AFTER_LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private final FileContext context;
    private final Node.Mapping mapping;
    private final Set<String> taken = new HashSet<>();

    Fields(FileContext context, Node.Mapping mapping) {
        this.context = context;
        this.mapping = mapping;
    }

    int line() {
        return mapping.line();
    }

    Place place() {
        return new Place(context.file(), context.lineOf(line()));
    }

    int line(String key) {
        Node node = mapping.entries().get(key);
        return node == null ? mapping.line() : node.line();
    }

    /** The line of an entry of the mapping under a key. */
    int lineUnder(String key, String entry) {
        Node found = mapping.entries().get(key) instanceof Node.Mapping inner
                ? inner.entries().get(entry)
                : null;
        return found == null ? line(key) : found.line();
    }

    void problem(int line, ImportCode code, Map<String, ?> facts) {
        context.problem(line, code, facts);
    }

    @Override
    public void add(String key, ImportCode code, Map<String, ?> facts) {
        problem(line(key), code, facts);
    }

    @Override
    public void add(String key, String entry, ImportCode code, Map<String, ?> facts) {
        problem(lineUnder(key, entry), code, facts);
    }

    /** Reports every entry that nothing asked for. */
    void finish() {
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            if (!taken.contains(entry.getKey())) {
                problem(entry.getValue().line(), ImportCode.UNKNOWN_KEY, Map.of("key", entry.getKey()));
            }
        }
    }

    /** Reports every key that stands there without a value, where leaving it out means something else than what was meant. */
    void refuseEmpty() {
        mapping.entries().forEach((key, node) -> {
            if (node instanceof Node.Empty) {
                problem(node.line(), ImportCode.NO_VALUE, Map.of("key", key));
            }
        });
    }

    Optional<Node> node(String key) {
        taken.add(key);
        return Optional.ofNullable(mapping.entries().get(key)).filter(node -> !(node instanceof Node.Empty));
    }

    private <T> Optional<T> wrong(String key, Node node, String wanted) {
        problem(node.line(), ImportCode.WRONG_TYPE, Map.of("key", key, "wanted", wanted));
        return Optional.empty();
    }

    private <T> T required(String key, Optional<T> value, T otherwise) {
        if (value.isEmpty() && node(key).isEmpty()) {
            problem(line(), ImportCode.MISSING_KEY, Map.of("key", key));
        }
        return value.orElse(otherwise);
    }

    Optional<String> optionalText(String key) {
        return node(key).flatMap(node -> scalarText(key, node));
    }

    private Optional<String> scalarText(String key, Node node) {
        if (node instanceof Node.Scalar scalar && !(scalar.value() instanceof Boolean)) {
            return Optional.of(context.replaceVariables(scalar.text(), node.line()));
        }
        return wrong(key, node, "text");
    }

    String text(String key) {
        return required(key, optionalText(key), "");
    }

    /** A name that other things refer to. */
    String id(String key) {
        String id = text(key);
        if (!id.isEmpty() && !isId(id)) {
            problem(line(key), ImportCode.BAD_ID, Map.of("id", id));
        }
        return id;
    }

    /** Whether other things can refer to something by this name. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    Optional<BigDecimal> decimal(String key) {
        return node(key)
                .flatMap(node -> node instanceof Node.Scalar scalar && scalar.value() instanceof BigDecimal number
                        ? Optional.of(number)
                        : wrong(key, node, "number"));
    }

    Optional<Integer> integer(String key, int min, int max) {
        return decimal(key).flatMap(number -> {
            boolean fits = number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(min)) >= 0
                    && number.compareTo(BigDecimal.valueOf(max)) <= 0;
            return fits
                    ? Optional.of(number.intValueExact())
                    : node(key).flatMap(node -> wrong(key, node, min + "…" + max));
        });
    }

    boolean flag(String key, boolean otherwise) {
        Optional<Boolean> flag = node(key)
                .flatMap(node -> node instanceof Node.Scalar scalar && scalar.value() instanceof Boolean value
                        ? Optional.of(value)
                        : wrong(key, node, "true/false"));
        return flag.orElse(otherwise);
    }

    Duration duration(String key, Duration otherwise) {
        Optional<Duration> duration = optionalText(key).flatMap(text -> {
            Matcher matcher = DURATION.matcher(text);
            return matcher.matches()
                    ? Optional.of(duration(Long.parseLong(matcher.group(1)), matcher.group(2)))
                    : node(key).flatMap(node -> wrong(key, node, "200ms, 5s, 2min"));
        });
        return duration.orElse(otherwise);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    Optional<Instant> instant(String key) {
        return optionalText(key)
                .flatMap(text -> time(text)
                        .or(() -> node(key).flatMap(node -> wrong(key, node, "2026-01-31T00:00:00Z, 1970…9999"))));
    }

    /** A time within the years that databases and spreadsheets can hold too. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(AFTER_LATEST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    <E extends Enum<E>> Optional<E> choice(String key, Class<E> type, Function<E, String> written) {
        return optionalText(key).flatMap(text -> {
            for (E constant : type.getEnumConstants()) {
                if (written.apply(constant).equalsIgnoreCase(text)) {
                    return Optional.of(constant);
                }
            }
            return node(key)
                    .flatMap(node -> wrong(
                            key,
                            node,
                            String.join(
                                    ", ",
                                    List.of(type.getEnumConstants()).stream()
                                            .map(written)
                                            .toList())));
        });
    }

    Optional<Fields> mapping(String key) {
        return node(key)
                .flatMap(node -> node instanceof Node.Mapping found
                        ? Optional.of(new Fields(context, found))
                        : wrong(key, node, "mapping"));
    }

    List<Fields> mappings(String key) {
        List<Fields> found = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof Node.Mapping itemMapping) {
                found.add(new Fields(context, itemMapping));
            } else {
                wrong(key, item, "mapping");
            }
        }
        return found;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            scalarText(key, item).ifPresent(texts::add);
        }
        return texts;
    }

    private List<Node> items(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        wrong(key, node.get(), "list");
        return List.of();
    }

    /** Every entry under a key, scalars as they are; the mapping's own keys are free. */
    Map<String, Node> entries(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Map.of();
        }
        if (node.get() instanceof Node.Mapping found) {
            return new LinkedHashMap<>(found.entries());
        }
        wrong(key, node.get(), "mapping");
        return Map.of();
    }

    Set<String> keys() {
        return mapping.entries().keySet();
    }

    Fields in(Node.Mapping other) {
        return new Fields(context, other);
    }

    /** A name in two languages, or one text for both; the id when there is none. */
    Name name(String key, String id) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Scalar) {
            String both = text(key);
            return new Name(both, both);
        }
        return mapping(key)
                .map(fields -> {
                    Name name = new Name(fields.text("en"), fields.text("zh"));
                    fields.finish();
                    return name;
                })
                .orElse(new Name(id, id));
    }
}
