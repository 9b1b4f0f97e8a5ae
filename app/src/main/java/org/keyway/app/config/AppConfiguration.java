package org.keyway.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;

/**
 * What a process is to run with.
 *
 * @param precedence the order in which parameter sets win
 * @param workshop files that are imported at every start; a set in them is released only where its file has changed
 * @param variables the values of <code>${NAME}</code> in workshop files
 * @param labels offered for printing
 * @param release what is asked of whoever releases a parameter set
 */
public record AppConfiguration(
        DatabaseConfiguration database,
        TerminalConfiguration http,
        OpcUaConfiguration opcUa,
        IdentifierConfiguration identifier,
        Precedence precedence,
        List<? extends WorkshopFile> workshop,
        Map<String, String> variables,
        LabelSheet labels,
        ReleasePolicy release) {
    public AppConfiguration {
        workshop = List.copyOf(workshop);
        variables = Map.copyOf(variables);
    }

    /** A configuration where nobody releases his own work. */
    public AppConfiguration(
            DatabaseConfiguration database,
            TerminalConfiguration http,
            OpcUaConfiguration opcUa,
            IdentifierConfiguration identifier,
            List<? extends WorkshopFile> workshop,
            Map<String, String> variables,
            LabelSheet labels) {
        this(database, http, opcUa, identifier, Precedence.DEFAULT, workshop, variables, labels, ReleasePolicy.DEFAULT);
    }

    /** The database file in a data folder. */
    public static Path databaseFile(Path data) {
        return data.resolve("keyway");
    }

    /** The same with another database. */
    public AppConfiguration withDatabase(DatabaseConfiguration other) {
        return new AppConfiguration(other, http, opcUa, identifier, precedence, workshop, variables, labels, release);
    }
}
