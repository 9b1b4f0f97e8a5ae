package org.keyway.opcua.model.nodeset;

import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelProblem;

/** Ends the reading of a file; does not leave this package. */
final class NodeSetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ModelCode code;
    private final int line;
    private final String what;

    NodeSetException(ModelCode code, int line, String what) {
        super(code.code(), null, false, false);
        this.code = code;
        this.line = line;
        this.what = what;
    }

    ModelProblem problem(String file) {
        return new ModelProblem(code, file, line, what);
    }
}
