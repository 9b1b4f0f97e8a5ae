package org.keyway.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.ConfigurationFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The server for real use. */
@Command(name = "serve", description = "Runs the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path config;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        KeywayServer server = KeywayServer.start(ConfigurationFile.read(config).configuration());
        Termination termination = Termination.of(server);
        spec.commandLine().getOut().println(ReadyLine.of(server));
        termination.await();
        return 0;
    }
}
