package org.keyway.identifier.resolution;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.resolution.source.SourceConfiguration;
import org.keyway.identifier.resolution.source.SourceConfiguration.KeyPlace;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Takes from a service's content what its configuration names, where it is a sound value, and nothing else. */
final class AnswerMapping {
    private static final int LONGEST_TEXT = 256;
    private static final int LONGEST_NUMBER = 30;
    private static final int GTIN_LENGTH = 14;

    private final KeyPlace product;
    private final Map<String, String> attributes;

    AnswerMapping(SourceConfiguration source) {
        this.product = source.product();
        this.attributes = source.attributes();
    }

    /** The answer; empty when the content doesn't name a product. */
    Optional<IdentityAnswer> read(JsonNode content) {
        Map<String, Object> taken = new HashMap<>();
        attributes.forEach((at, name) -> value(node(content, at)).ifPresent(value -> taken.put(name, value)));
        return value(node(content, product.at()))
                .filter(value -> !(value instanceof Boolean))
                .map(this::key)
                .map(key -> new IdentityAnswer(key, taken));
    }

    private String key(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        boolean shortGtin = product.kind().equals("gtin") && text.matches("[0-9]{8,13}");
        return product.kind() + ":" + (shortGtin ? "0".repeat(GTIN_LENGTH - text.length()) + text : text);
    }

    private static JsonNode node(JsonNode content, String at) {
        return at.startsWith("/") ? content.at(JsonPointer.compile(at)) : content.path(at);
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        return Optional.of(node)
                .filter(JsonNode::isString)
                .map(text -> text.stringValue().strip())
                .filter(AnswerMapping::isSound)
                .map(text -> text);
    }

    private static Optional<Object> number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean sound = stripped.precision() <= LONGEST_NUMBER && Math.abs(stripped.scale()) <= LONGEST_NUMBER;
        return sound ? Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped) : Optional.empty();
    }

    /** Short, and nothing in it that a screen would not show as it is. */
    private static boolean isSound(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_TEXT
                && text.codePoints().allMatch(AnswerMapping::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
