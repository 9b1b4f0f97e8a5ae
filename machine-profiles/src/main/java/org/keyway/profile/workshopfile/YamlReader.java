package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final YAMLFactory factory = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private final Problems problems;

    YamlReader(Problems problems) {
        this.problems = problems;
    }

    /** The documents of a file; what isn't YAML is a problem, and the documents before it are answered. */
    List<Document> read(WorkshopText text) {
        List<Document> documents = new ArrayList<>();
        try (YAMLParser parser = (YAMLParser) factory.createParser(ObjectReadContext.empty(), text.content())) {
            while (parser.nextToken() != null) {
                int line = line(parser);
                if (node(parser, text.file()) instanceof Node.Mapping mapping) {
                    documents.add(new Document(text.file(), mapping));
                } else {
                    problems.add(
                            text.file(), line, ImportCode.WRONG_TYPE, Map.of("key", "document", "wanted", "mapping"));
                }
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(text.file(), line, ImportCode.NOT_YAML, Map.of("reason", e.getOriginalMessage()));
        }
        return documents;
    }

    private Node node(YAMLParser parser, String file) {
        int line = line(parser);
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            problems.add(file, line, ImportCode.ALIAS, Map.of());
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, file, line);
            case START_ARRAY -> sequence(parser, file, line);
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
            return new Node.Scalar(line, endless ? (Object) parser.getString() : number);
        } catch (JacksonException | ArithmeticException | NumberFormatException notFinite) {
            return new Node.Scalar(line, parser.getString());
        }
    }

    private Node mapping(YAMLParser parser, String file, int line) {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line(parser);
            parser.nextToken();
            if (entries.putIfAbsent(key, node(parser, file)) != null) {
                problems.add(file, keyLine, ImportCode.DUPLICATE_ID, Map.of("id", key));
            }
        }
        return new Node.Mapping(line, entries);
    }

    private Node sequence(YAMLParser parser, String file, int line) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, file));
        }
        return new Node.Sequence(line, items);
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
