package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML into nodes that know their lines. No aliases and bounded depth, so that a small file can't grow large. */
final class YamlReader {
    private static final int DEEPEST = 20;
    /** A few characters such as 1e999999999 must not become as many digits. What isn't a number here stays text. */
    private static final int LARGEST_SCALE = 1000;

    /** Characters of one document at most. */
    private static final int LONGEST = 10_000_000;
    /** What fits into the window that the parser has by itself, several times. */
    private static final int SHORT = 10_000;
    /** The parser copies all of a text that has no end yet with every window: small ones would make that quadratic. */
    private static final int WINDOW = 1 << 20;

    private final FileContext context;
    /** The place that all nodes have; 0 where each has its line. */
    private int place;

    YamlReader(FileContext context) {
        this.context = context;
    }

    private static YAMLParser parser(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.length() < SHORT ? 1024 : WINDOW)
                .setCodePointLimit(LONGEST)
                .setAllowDuplicateKeys(true) // told beside everything else, and reading goes on
                .build();
        YAMLFactory factory = YAMLFactory.builder()
                .loadSettings(settings)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        return (YAMLParser) factory.createParser(ObjectReadContext.empty(), text);
    }

    /** The one value of a text that stands at a place; empty when it isn't one, which is for the caller to tell. */
    Optional<Node> value(String text, int at) {
        place = at;
        try (YAMLParser parser = parser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Node value = node(parser);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JacksonException notYaml) {
            return Optional.empty();
        } finally {
            place = 0;
        }
    }

    /** The documents of a file; what isn't YAML is a problem, and the documents before it are answered. */
    List<Document> read(WorkshopText text) {
        List<Document> documents = new ArrayList<>();
        try (YAMLParser parser = parser(text.content())) {
            while (parser.nextToken() != null) {
                int line = line(parser);
                if (node(parser) instanceof Node.Mapping mapping) {
                    documents.add(new Document(text.file(), mapping));
                } else {
                    context.problem(line, ImportCode.WRONG_TYPE, Map.of("key", "document", "wanted", "mapping"));
                }
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            context.problem(line, ImportCode.NOT_YAML, Map.of("reason", e.getOriginalMessage()));
        }
        return documents;
    }

    private Node node(YAMLParser parser) {
        int line = line(parser);
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            context.problem(line, ImportCode.ALIAS, Map.of());
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line);
            case START_ARRAY -> sequence(parser, line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, line);
            case VALUE_TRUE -> new Node.Scalar(line, true);
            case VALUE_FALSE -> new Node.Scalar(line, false);
            case VALUE_NULL -> new Node.Empty(line);
            default -> new Node.Scalar(line, parser.getString());
        };
    }

    private static Node number(YAMLParser parser, int line) {
        try {
            BigDecimal number = parser.getDecimalValue();
            boolean endless = Math.abs((long) number.scale()) > LARGEST_SCALE;
            String text = parser.getString();
            return new Node.Scalar(line, endless ? (Object) text : number, text);
        } catch (JacksonException | ArithmeticException | NumberFormatException notFinite) {
            return new Node.Scalar(line, parser.getString());
        }
    }

    private Node mapping(YAMLParser parser, int line) {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line(parser);
            parser.nextToken();
            if (entries.putIfAbsent(key, node(parser)) != null) {
                context.problem(keyLine, ImportCode.DUPLICATE_ID, Map.of("id", key));
            }
        }
        return new Node.Mapping(line, entries);
    }

    private Node sequence(YAMLParser parser, int line) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Node.Sequence(line, items);
    }

    private int line(YAMLParser parser) {
        return place > 0 ? place : parser.currentTokenLocation().getLineNr();
    }
}
