package org.keyway.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of the demo workshop, which comes with the program. */
record DemoFile(String name) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String text() {
        try (InputStream file = DemoFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the demo workshop lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T as(Class<T> type) {
        return YAML.readValue(text(), type);
    }
}
