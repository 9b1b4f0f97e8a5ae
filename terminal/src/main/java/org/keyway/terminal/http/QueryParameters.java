package org.keyway.terminal.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.terminal.http.HttpProblem.FieldError;

/** The query of a request, asked parameter by parameter; every one that is wrong is reported at once. */
public final class QueryParameters {
    private static final int LONGEST = 256;

    private final Context context;
    private final List<FieldError> errors = new ArrayList<>();

    public QueryParameters(Context context) {
        this.context = context;
    }

    /** A text; empty when absent or blank, as a form sends what was left out. */
    public Optional<String> text(String name) {
        return parsed(name, text -> {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            return text;
        });
    }

    /** A text that must be there; empty and reported when it isn't. */
    public String required(String name) {
        String text = context.queryParam(name);
        if (text == null || text.isEmpty()) {
            errors.add(new FieldError(name, "KW-HTTP-FIELD-MISSING", Map.of()));
        }
        return text(name).orElse("");
    }

    /** A whole number within bounds, both included. */
    public int number(String name, int least, int most, int otherwise) {
        return parsed(name, text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException("out of bounds");
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    /** A whole number within bounds, both included, that must be there. */
    public int requiredNumber(String name, int least, int most) {
        String text = context.queryParam(name);
        if (text == null || text.isEmpty()) {
            errors.add(new FieldError(name, "KW-HTTP-FIELD-MISSING", Map.of()));
        }
        return number(name, least, most, least);
    }

    /** Whatever the parser makes of it; a {@link RuntimeException} of the parser is the client's mistake. */
    public <T> Optional<T> parsed(String name, Function<String, T> parser) {
        String text = context.queryParam(name);
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (RuntimeException e) {
            errors.add(new FieldError(name, "KW-HTTP-FIELD-VALUE", Map.of("value", text)));
            return Optional.empty();
        }
    }

    /**
     * To be called when every parameter has been asked for.
     *
     * @throws HttpProblem with every parameter that was wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw HttpProblem.fields(errors);
        }
    }
}
