package org.keyway.job.store;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyway.job.JobEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events as the journal holds them: the record's name and its components as JSON. */
final class JobEventJson {
    private static final Map<String, Class<?>> KINDS = Arrays.stream(JobEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    String kind(JobEvent event) {
        return event.getClass().getSimpleName();
    }

    String body(JobEvent event) {
        return mapper.writeValueAsString(event);
    }

    /**
     * The event of an entry.
     *
     * @throws IllegalStateException when the kind is unknown or the body doesn't fit: the journal was not written by us
     */
    JobEvent read(String kind, String body) {
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("journal entry of unknown kind " + kind);
        }
        try {
            return (JobEvent) mapper.readValue(body, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("journal entry of kind " + kind + " can't be read", e);
        }
    }
}
