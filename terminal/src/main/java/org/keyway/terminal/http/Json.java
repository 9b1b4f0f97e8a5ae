package org.keyway.terminal.http;

import java.lang.reflect.Type;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Our JSON: fields in the order of their records, nulls written, numbers without exponents; strict when reading. */
public final class Json implements io.javalin.json.JsonMapper {
    /** The one mapper; also for whoever prints the same records elsewhere. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public String toJsonString(Object object, Type type) {
        return MAPPER.writeValueAsString(object);
    }
}
