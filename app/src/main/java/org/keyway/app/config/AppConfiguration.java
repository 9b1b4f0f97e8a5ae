package org.keyway.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;

/**
 * What a process is to run with.
 *
 * @param precedence the order in which parameter sets win
 * @param workshop files that are imported and released at every start; nothing happens for what they leave unchanged
 * @param variables the values of <code>${NAME}</code> in workshop files
 * @param labels offered for printing
 */
public record AppConfiguration(
        DatabaseConfiguration database,
        TerminalConfiguration http,
        OpcUaConfiguration opcUa,
        IdentifierConfiguration identifier,
        Precedence precedence,
        List<? extends WorkshopFile> workshop,
        Map<String, String> variables,
        LabelSheet labels) {
    public AppConfiguration {
        workshop = List.copyOf(workshop);
        variables = Map.copyOf(variables);
    }

    /** The database file in a data folder. */
    public static Path databaseFile(Path data) {
        return data.resolve("keyway");
    }

    /** The same with another database. */
    public AppConfiguration withDatabase(DatabaseConfiguration other) {
        return new AppConfiguration(other, http, opcUa, identifier, precedence, workshop, variables, labels);
    }
}
