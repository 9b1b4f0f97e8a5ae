package org.keyway.opcua.model;

import java.util.Map;

/**
 * Something wrong with a model from a file.
 *
 * @param file its name
 * @param line where in it; 0 when it is about the file as a whole
 * @param what the thing that is wrong: a value, an id, the URI of a model
 */
public record ModelProblem(ModelCode code, String file, int line, String what) {
    /** What the code's sentence speaks of. */
    public Map<String, Object> facts() {
        return Map.of("file", file, "line", line, "what", what);
    }
}
