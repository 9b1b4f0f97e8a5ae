package org.keyway.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.app.AppModule;
import org.keyway.app.config.ConfigurationException;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.opcua.server.NodeSetExport;
import org.keyway.profile.WorkshopSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what our OPC UA server shows of a machine as a file that engineering tools import. */
@Command(
        name = "nodeset",
        description = "Writes a NodeSet2 file of a machine's OPC UA nodes, or of our types. Needs no running server.",
        mixinStandardHelpOptions = true)
final class NodeSetCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private What what;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path config;

    @Option(names = "--out", paramLabel = "FILE", description = "the file to write; standard output by default")
    private @Nullable Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** One machine, or the types. */
    private static final class What {
        @Option(names = "--machine", required = true, paramLabel = "ID", description = "the machine")
        private @Nullable String machine;

        @Option(names = "--types", required = true, description = "our types, on which the machines' files rest")
        private boolean types;
    }

    @Override
    public Integer call() throws Exception {
        ConfigurationFile.Read read = ConfigurationFile.read(config);
        try (WorkshopSession session = WorkshopSession.openCopy(read.configuration(), read.data(), AppModule::new)) {
            String machine = what.types ? "" : String.valueOf(what.machine);
            if (!what.types
                    && session.part(WorkshopSource.class)
                            .current()
                            .machine(machine)
                            .isEmpty()) {
                throw new ConfigurationException("there is no machine " + machine);
            }
            write(session.part(NodeSetExport.class), machine);
            return 0;
        }
    }

    private void write(NodeSetExport export, String machine) throws IOException {
        if (file == null) {
            Writer out = spec.commandLine().getOut();
            write(export, machine, out);
            out.flush();
            return;
        }
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(export, machine, out);
        }
    }

    private void write(NodeSetExport export, String machine, Writer out) {
        if (what.types) {
            export.types(out);
        } else {
            export.machine(machine, out);
        }
    }
}
