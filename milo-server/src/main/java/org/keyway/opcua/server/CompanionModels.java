package org.keyway.opcua.server;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelProblem;
import org.keyway.opcua.model.load.LoadedModels;
import org.keyway.opcua.model.load.ModelConfiguration;
import org.keyway.opcua.model.load.ModelLoader;
import org.keyway.opcua.model.load.NamespaceOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a server its companion models, and says in the log what is wrong with those from files. */
public final class CompanionModels {
    private static final Logger LOG = LoggerFactory.getLogger(CompanionModels.class);
    private static final MessageCatalogue MESSAGES =
            MessageCatalogue.load("org.keyway.opcua.messages", CompanionModels.class.getClassLoader());

    private final ModelConfiguration configuration;
    private final NamespaceOrder order;

    @Inject
    public CompanionModels(ModelConfiguration configuration, NamespaceOrder order) {
        this.configuration = configuration;
        this.order = order;
    }

    /** Loads the models into a server that has the namespaces of ours and doesn't listen yet. */
    List<Model> load(OpcUaServer server) {
        // Ours come first: the loader gives a codec of Milo's to what has none, and Milo's loses optional fields.
        Isa95DataType.register(server.getStaticDataTypeManager(), server.getNamespaceTable());
        Isa95DataType.register(server.getDynamicDataTypeManager(), server.getNamespaceTable());
        LoadedModels loaded = new ModelLoader(server, order).load(configuration.folders());
        for (ModelProblem problem : loaded.problems()) {
            String code = problem.code().code();
            LOG.error("{} {}", code, MESSAGES.message(code, problem.facts()).en());
        }
        return loaded.models();
    }
}
