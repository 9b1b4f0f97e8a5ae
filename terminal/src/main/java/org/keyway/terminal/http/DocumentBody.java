package org.keyway.terminal.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.HttpProblem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * The JSON object of a request that is a document of another module, which says what may be in it: plain maps, lists and values,
 * with some fields of our own taken out.
 */
public final class DocumentBody {
    /** No document is larger, in bytes. */
    public static final int MAX_SIZE = 1024 * 1024;

    private static final int DEEPEST = 20;
    private static final int MOST_DIGITS = 300;
    private static final ObjectReader READER =
            Json.MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<String, @Nullable Object> document;
    private final List<FieldError> errors;

    private DocumentBody(Map<String, @Nullable Object> document, List<FieldError> errors) {
        this.document = document;
        this.errors = errors;
    }

    /**
     * Reads the body.
     *
     * @throws HttpProblem when it is too large, too deep or not a JSON object
     */
    public static DocumentBody read(Context context) {
        try {
            byte[] bytes = context.req().getInputStream().readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw HttpProblem.of(Code.TOO_LARGE, Map.of("limit", MAX_SIZE / 1024));
            }
            JsonNode node = READER.readTree(bytes);
            if (node == null || !node.isObject()) {
                throw HttpProblem.of(Code.MALFORMED);
            }
            List<FieldError> errors = new ArrayList<>();
            return new DocumentBody(map("", node, 1, errors), errors);
        } catch (JacksonException e) {
            throw HttpProblem.of(Code.MALFORMED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> map(String path, JsonNode node, int depth, List<FieldError> errors) {
        if (depth > DEEPEST) {
            throw HttpProblem.of(Code.MALFORMED);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            map.put(entry.getKey(), plain(inner, entry.getValue(), depth, errors));
        });
        return map;
    }

    /** Whether null stands for what was left out is for the reader of the document to say. */
    private static @Nullable Object plain(String path, JsonNode node, int depth, List<FieldError> errors) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(path, node, depth + 1, errors);
            case ARRAY -> list(path, node, depth + 1, errors);
            case NUMBER -> number(path, node, errors);
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.stringValue();
            default -> null;
        };
    }

    private static List<Object> list(String path, JsonNode node, int depth, List<FieldError> errors) {
        if (depth > DEEPEST) {
            throw HttpProblem.of(Code.MALFORMED);
        }
        List<Object> list = new ArrayList<>();
        for (JsonNode item : node) {
            String inner = path + "." + list.size();
            Object value = plain(inner, item, depth, errors);
            if (value == null) {
                errors.add(new FieldError(inner, "KW-HTTP-FIELD-MISSING", Map.of()));
            }
            list.add(value == null ? "" : value);
        }
        return list;
    }

    /** A number whose digits, written out, fill no memory. */
    private static BigDecimal number(String path, JsonNode node, List<FieldError> errors) {
        BigDecimal number = node.decimalValue();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            errors.add(new FieldError(path, "KW-HTTP-FIELD-NUMBER", Map.of()));
            return BigDecimal.ZERO;
        }
        return number;
    }

    /** Takes a text of our own out of the document; empty when it isn't there. */
    public String takeText(String field) {
        Object value = document.remove(field);
        if (value != null && !(value instanceof String)) {
            errors.add(new FieldError(field, "KW-HTTP-FIELD-TEXT", Map.of()));
        }
        return value instanceof String text ? text : "";
    }

    /** Takes a flag of our own out of the document; not set when it isn't there. */
    public boolean takeFlag(String field) {
        Object value = document.remove(field);
        if (value != null && !(value instanceof Boolean)) {
            errors.add(new FieldError(field, "KW-HTTP-FIELD-VALUE", Map.of("value", value.toString())));
        }
        return Boolean.TRUE.equals(value);
    }

    /** Takes a field out that says again what the address says. */
    public void takeSame(String field, String wanted) {
        Object value = document.remove(field);
        if (value != null && !value.equals(wanted)) {
            errors.add(new FieldError(field, "KW-HTTP-FIELD-OTHER", Map.of("wanted", wanted)));
        }
    }

    /** Whether a field is there. */
    public Optional<Object> field(String field) {
        return Optional.ofNullable(document.get(field));
    }

    /**
     * What is left when everything of our own is taken out; null where the client wrote null.
     *
     * @throws HttpProblem with every field that was wrong
     */
    public Map<String, @Nullable Object> rest() {
        if (!errors.isEmpty()) {
            throw HttpProblem.fields(errors);
        }
        return document;
    }
}
