package org.keyway.profile.store;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The documents in the tables of the workshop. */
final class WorkshopJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // What an older program did not know of is missing in its documents: flags are false then.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    String write(Object item) {
        return mapper.writeValueAsString(item);
    }

    <T> T read(String document, Class<T> type) {
        return mapper.readValue(document, type);
    }
}
