package org.keyway.app.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.app.config.ScannerProfileFile;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.digitallink.DigitalLinkMaker;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.terminal.api.ReadingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says what scans say; needs no server and no database. */
@Command(
        name = "identify",
        description = "Reads scans from standard input, one a line, and prints what each says as a line of JSON.",
        mixinStandardHelpOptions = true)
final class IdentifyCommand implements Callable<Integer> {
    @Option(names = "--json-input", description = "each line is a JSON string")
    private boolean jsonInput;

    @Option(names = "--config", paramLabel = "FILE", description = "a configuration file with labels of the site's own")
    private @Nullable Path config;

    @Option(
            names = "--scanner-profile",
            paramLabel = "FILE",
            description =
                    "a file that says what the scanner does to labels; without it only what leaves no doubt is repaired")
    private @Nullable Path scannerProfile;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        IdentifierConfiguration configuration = config == null
                ? IdentifierConfiguration.standard()
                : ConfigurationFile.read(config).configuration().identifier();
        ScannerProfile scanner =
                scannerProfile == null ? ScannerProfile.DEFAULT : ScannerProfileFile.read(scannerProfile);
        Injector injector = Guice.createInjector(new IdentifyModule(configuration));
        ScanParser parser = injector.getInstance(ScanParser.class);
        DigitalLinkMaker links = injector.getInstance(DigitalLinkMaker.class);
        JsonMapper mapper = new JsonMapper();
        PrintWriter out = spec.commandLine().getOut();
        // Not println: on a terminal's writer it would flush each line by itself.
        new ScanLines(jsonInput)
                .each(
                        System.in,
                        scan -> out.append(
                                        mapper.writeValueAsString(ReadingJson.of(parser.parse(scan, scanner), links)))
                                .append('\n'),
                        out::flush);
        out.flush();
        return 0;
    }
}
