package org.keyway.opcua.model;

import java.util.List;

/**
 * The nodes of one namespace (OPC 10000-6 F.5 Model).
 *
 * @param uri of the namespace
 * @param version as the model states it, such as {@code 1.05.0}; empty when it states none
 * @param published the publication date as the model states it, such as {@code 2025-11-15T00:00:00Z}; empty when none
 * @param requires the models without which this one is not whole
 * @param nodes in the order of their source
 */
public record Model(String uri, String version, String published, List<Required> requires, List<ModelNode> nodes) {
    public Model {
        requires = List.copyOf(requires);
        nodes = List.copyOf(nodes);
    }

    /** A model that has to be there, in this version or a later one; an empty version means any. */
    public record Required(String uri, String version, String published) {}
}
