package org.keyway.terminal.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.HttpProblem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object of a request, asked field by field; every field that is wrong is reported at once, unknown ones too. */
public final class RequestBody {
    /** No body is larger, in bytes. */
    public static final int MAX_SIZE = 64 * 1024;

    private final JsonNode object;
    private final String place;
    private final List<FieldError> errors;

    private RequestBody(JsonNode object, String place, List<FieldError> errors) {
        this.object = object;
        this.place = place;
        this.errors = errors;
    }

    /**
     * Reads the body.
     *
     * @param fields all that may be in it
     * @throws HttpProblem when it is too large or not a JSON object
     */
    public static RequestBody read(Context context, Set<String> fields) {
        RequestBody body = new RequestBody(parse(bytes(context)), "", new ArrayList<>());
        body.refuseUnknown(fields);
        return body;
    }

    private void refuseUnknown(Set<String> fields) {
        for (String name : object.propertyNames()) {
            if (!fields.contains(name)) {
                wrong(name, "KW-HTTP-FIELD-UNKNOWN", Map.of());
            }
        }
    }

    private void wrong(String field, String code, Map<String, Object> facts) {
        errors.add(new FieldError(place + field, code, facts));
    }

    private static byte[] bytes(Context context) {
        try {
            byte[] bytes = context.req().getInputStream().readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw HttpProblem.of(Code.TOO_LARGE, Map.of("limit", MAX_SIZE / 1024));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            JsonNode node = Json.MAPPER.readTree(bytes);
            if (node == null || !node.isObject()) {
                throw HttpProblem.of(Code.MALFORMED);
            }
            return node;
        } catch (JacksonException e) {
            throw HttpProblem.of(Code.MALFORMED);
        }
    }

    /** Whether a field is there, null or not. */
    public boolean has(String field) {
        return object.has(field);
    }

    /** A text that must be there; empty and reported when it isn't. */
    public String text(String field, int longest) {
        JsonNode node = object.get(field);
        if (isAbsent(node)) {
            wrong(field, "KW-HTTP-FIELD-MISSING", Map.of());
            return "";
        }
        return optionalText(field, longest).orElse("");
    }

    /** A text that may be absent or null. */
    public Optional<String> optionalText(String field, int longest) {
        JsonNode node = object.get(field);
        if (node == null || isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isString()) {
            wrong(field, "KW-HTTP-FIELD-TEXT", Map.of());
            return Optional.empty();
        }
        if (node.stringValue().length() > longest) {
            wrong(field, "KW-HTTP-FIELD-LONG", Map.of("limit", longest));
            return Optional.empty();
        }
        return Optional.of(node.stringValue());
    }

    /** A list of texts that must be there; empty and reported when it isn't, or when it is longer than may be. */
    public List<String> texts(String field, int most, int longest) {
        if (isAbsent(object.get(field))) {
            wrong(field, "KW-HTTP-FIELD-MISSING", Map.of());
            return List.of();
        }
        return optionalTexts(field, most, longest);
    }

    /** A list of texts, empty when absent. */
    public List<String> optionalTexts(String field, int most, int longest) {
        JsonNode node = object.get(field);
        if (node == null || isAbsent(node)) {
            return List.of();
        }
        if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
            wrong(field, "KW-HTTP-FIELD-TEXT", Map.of());
            return List.of();
        }
        List<String> texts = node.valueStream().map(JsonNode::stringValue).toList();
        if (texts.size() > most || texts.stream().anyMatch(text -> text.length() > longest)) {
            wrong(field, "KW-HTTP-FIELD-LONG", Map.of("limit", longest));
            return List.of();
        }
        return texts;
    }

    /** An object whose fields have names of the client's choice, all of them texts; empty when absent. In its order. */
    public Map<String, String> namedTexts(String field, int most, int longest) {
        Map<String, String> texts = new LinkedHashMap<>();
        RequestBody inner = named(field, most, longest);
        inner.object.propertyNames().forEach(name -> texts.put(name, inner.text(name, longest)));
        return texts;
    }

    /** An object of objects of texts, all of them named by the client; empty when absent. In its order. */
    public Map<String, Map<String, String>> namedTextGroups(String field, int most, int longest) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        RequestBody inner = named(field, most, longest);
        inner.object.propertyNames().forEach(name -> groups.put(name, inner.namedTexts(name, most, longest)));
        return groups;
    }

    private RequestBody named(String field, int most, int longest) {
        JsonNode node = object.get(field);
        Set<String> names = node == null ? Set.of() : Set.copyOf(node.propertyNames());
        if (names.size() > most || names.stream().anyMatch(name -> name.length() > longest)) {
            wrong(field, "KW-HTTP-FIELD-LONG", Map.of("limit", longest));
            return new RequestBody(Json.MAPPER.createObjectNode(), place + field + ".", errors);
        }
        return object(field, names);
    }

    /** A whole number, this one when absent. */
    public int number(String field, int otherwise) {
        JsonNode node = object.get(field);
        if (node == null || isAbsent(node)) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            wrong(field, "KW-HTTP-FIELD-VALUE", Map.of("value", node.toString()));
            return otherwise;
        }
        return node.intValue();
    }

    /** Whether a flag is set; absent is not set. */
    public boolean flag(String field) {
        JsonNode node = object.get(field);
        if (node != null && !isAbsent(node) && !node.isBoolean()) {
            wrong(field, "KW-HTTP-FIELD-VALUE", Map.of("value", node.toString()));
        }
        return node != null && node.isBoolean() && node.booleanValue();
    }

    /** An object within the object, empty when absent; what is wrong in it is reported with this one. */
    public RequestBody object(String field, Set<String> fields) {
        JsonNode node = object.get(field);
        if (node != null && !isAbsent(node) && !node.isObject()) {
            wrong(field, "KW-HTTP-FIELD-VALUE", Map.of("value", node.toString()));
        }
        boolean there = node != null && node.isObject();
        RequestBody inner = new RequestBody(there ? node : Json.MAPPER.createObjectNode(), place + field + ".", errors);
        inner.refuseUnknown(fields);
        return inner;
    }

    /** What is made of fields that were asked for; reported when its type refuses it. */
    public <T> T made(String field, Supplier<T> maker, T otherwise) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            wrong(field, "KW-HTTP-FIELD-VALUE", Map.of("value", String.valueOf(e.getMessage())));
            return otherwise;
        }
    }

    /** Notes a field that can't be taken beside the others; the code is that of its sentence in the catalogue. */
    public void refuse(String field, String code) {
        wrong(field, code, Map.of());
    }

    /**
     * To be called when every field has been asked for.
     *
     * @throws HttpProblem with every field that was wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw HttpProblem.fields(errors);
        }
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }
}
