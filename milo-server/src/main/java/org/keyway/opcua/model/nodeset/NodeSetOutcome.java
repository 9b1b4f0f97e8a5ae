package org.keyway.opcua.model.nodeset;

import java.util.List;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelProblem;

/** What became of a NodeSet2 file. */
public sealed interface NodeSetOutcome {
    /**
     * Its models.
     *
     * @param remarks what was left out, none of which makes a model unusable
     */
    record Read(List<Model> models, List<ModelProblem> remarks) implements NodeSetOutcome {
        public Read {
            models = List.copyOf(models);
            remarks = List.copyOf(remarks);
        }
    }

    /** Nothing of it is used. */
    record Refused(ModelProblem problem) implements NodeSetOutcome {}
}
