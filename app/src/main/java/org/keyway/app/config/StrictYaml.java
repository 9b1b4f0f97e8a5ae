package org.keyway.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML of which every key must be known, and whose mistakes are told with their line. */
final class StrictYaml {
    private static final int LARGEST = 1_000_000;
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StrictYaml() {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationException when it can't be read, and as for a text
     */
    static <T> T read(Path file, Class<T> type) throws ConfigurationException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigurationException(file + ": larger than a configuration can be");
            }
            return read(file.toString(), Files.readString(file), type);
        } catch (IOException e) {
            throw new ConfigurationException(file + ": can't be read: " + e.getMessage());
        }
    }

    /**
     * Reads a text.
     *
     * @param name what to call the text in an error, such as its file
     * @throws ConfigurationException when it isn't YAML, has a key too many or a value of a wrong kind
     */
    static <T> T read(String name, String text, Class<T> type) throws ConfigurationException {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, type))
                    .orElseThrow(() -> new ConfigurationException(name + ": is empty"));
        } catch (UnrecognizedPropertyException e) {
            String key = e.getPropertyName();
            throw new ConfigurationException(
                    name + line(text, e) + ": " + key + " is not a key that belongs here; known: "
                            + String.join(
                                    ", ",
                                    e.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .toList()));
        } catch (JacksonException e) {
            throw new ConfigurationException(name + line(text, e) + ": " + e.getOriginalMessage());
        }
    }

    /** The parser forgets where it was when it builds a record, so the last key of the path is looked up again. */
    private static String line(String text, JacksonException e) {
        if (e.getLocation() != null && e.getLocation().getLineNr() > 0) {
            return ":" + e.getLocation().getLineNr();
        }
        return e.getPath().stream()
                .map(Reference::getPropertyName)
                .filter(key -> key != null)
                .reduce((first, last) -> last)
                .map(key -> lineOf(key, text))
                .orElse("");
    }

    private static String lineOf(String key, String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && key.equals(parser.currentName())) {
                    return ":" + parser.currentTokenLocation().getLineNr();
                }
            }
            return "";
        }
    }
}
