package org.keyway.opcua.model.load;

import java.util.List;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelProblem;

/**
 * What was loaded into a server.
 *
 * @param models in the order of loading
 * @param problems of files and models that were left out, and remarks on those that were not
 */
public record LoadedModels(List<Model> models, List<ModelProblem> problems) {
    public LoadedModels {
        models = List.copyOf(models);
        problems = List.copyOf(problems);
    }
}
