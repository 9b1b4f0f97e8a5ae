package org.keyway.opcua.handover;

import tools.jackson.databind.json.JsonMapper;

/** A state as it is kept. */
final class HandoverJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    String write(HandoverState state) {
        return mapper.writeValueAsString(state);
    }

    /**
     * A state that was kept.
     *
     * @throws tools.jackson.core.JacksonException when it was not written by us
     */
    HandoverState read(String document) {
        return mapper.readValue(document, HandoverState.class);
    }
}
