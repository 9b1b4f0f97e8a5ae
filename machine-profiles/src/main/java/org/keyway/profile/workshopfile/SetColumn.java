package org.keyway.profile.workshopfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyway.profile.Parameter;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueType;

/**
 * A column of a table of parameter sets, as its header says it.
 *
 * @param name of a parameter, or one of {@link #FIXED}
 * @param parameter as the table's own machine profile has it; empty for what only other profiles have
 * @param unit that the header names
 */
record SetColumn(String name, boolean isValue, Optional<Parameter> parameter, Optional<String> unit) {
    static final String ID = "id";
    static final String ATTRIBUTES = "attributes";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String PARTS = "parts";
    static final String LAYER = "layer";
    static final String TRUST = "trust";
    static final String NOTE = "note";

    /** The columns that every table may have, in the order in which they are written. */
    static final List<String> FIXED = Stream.of(
                    Stream.of(ID),
                    Arrays.stream(ScopeKey.values()).map(ScopeKey::word),
                    Stream.of(ATTRIBUTES, FROM, UNTIL, PARTS, LAYER, TRUST, NOTE))
            .flatMap(names -> names)
            .toList();

    private static final String VALUE = "value:";
    private static final Pattern HEADER = Pattern.compile("(value:)?([^\\[\\]]*[^\\[\\]\\s])\\s*(?:\\[([^\\[\\]]+)])?");

    static SetColumn fixed(String name) {
        return new SetColumn(name, false, Optional.empty(), Optional.empty());
    }

    static SetColumn of(Parameter parameter) {
        return new SetColumn(parameter.name(), true, Optional.of(parameter), parameter.unit());
    }

    /** A parameter that the table's own profile hasn't. */
    static SetColumn other(String parameter) {
        return new SetColumn(parameter, true, Optional.empty(), Optional.empty());
    }

    /** The column of a header, its parameter not yet looked up; empty when it isn't one. */
    static Optional<SetColumn> read(String header) {
        Matcher matcher = HEADER.matcher(header.strip());
        if (header.length() > 200 || !matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        boolean value = matcher.group(1) != null || !FIXED.contains(name);
        Optional<String> unit = Optional.ofNullable(matcher.group(3)).map(String::strip);
        return value || unit.isEmpty()
                ? Optional.of(new SetColumn(name, value, Optional.empty(), unit))
                : Optional.empty();
    }

    SetColumn with(Optional<Parameter> found) {
        return new SetColumn(name, isValue, found, unit);
    }

    String header() {
        String marked = isValue && FIXED.contains(name) ? VALUE + name : name;
        return marked + unit.map(known -> " [" + known + "]").orElse("");
    }

    /** Whether cells are texts as they stand, whatever they look like. */
    boolean isText() {
        return parameter.filter(known -> known.type() == ValueType.STRING).isPresent();
    }
}
