package org.keyway.app.cli;

import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.app.AppModule;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.teach.Lesson;
import org.keyway.job.teach.TeachRequest;
import org.keyway.job.teach.Teaching;
import org.keyway.opcua.link.DeviceClients;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.workshopfile.WorkshopWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads what a machine holds now into a parameter set. */
@Command(
        name = "teach-machine",
        description = "Reads the present values of a machine and prints them as a parameter set, a workshop file;"
                + " what differs from the match of today as comments. Writes nothing.",
        mixinStandardHelpOptions = true)
final class TeachMachineCommand implements Callable<Integer> {
    @Option(names = "--machine", required = true, paramLabel = "ID", description = "the machine")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private String machine;

    @Option(names = "--product", required = true, paramLabel = "ID", description = "the product")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private String product;

    @Option(names = "--operation", paramLabel = "OP", description = "the operation; the machine's own by default")
    private @Nullable String operation;

    @Option(names = "--set", paramLabel = "ID", description = "the id of the set")
    private @Nullable String set;

    @Option(names = "--confirmed", description = "the values are right although the machine isn't idle")
    private boolean confirmed;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path config;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ConfigurationFile.Read read = ConfigurationFile.read(config);
        try (WorkshopSession session = WorkshopSession.openCopy(read.configuration(), read.data(), AppModule::new)) {
            try {
                return print(teach(session));
            } finally {
                session.part(DeviceClients.class).stop();
            }
        }
    }

    private Lesson teach(WorkshopSession session) {
        WorkshopSource workshop = session.part(WorkshopSource.class);
        Map<String, MachineLinkFactory> links =
                session.part(Key.get(new TypeLiteral<Map<String, MachineLinkFactory>>() {}));
        return new Teaching(
                        new DirectReader(workshop.current(), links),
                        workshop,
                        session.part(ParameterMatcher.class),
                        session.part(ProblemCatalogue.class),
                        session.part(Clock.class))
                .teach(new TeachRequest(
                        machine,
                        product,
                        Optional.ofNullable(operation),
                        Optional.ofNullable(set),
                        Optional.empty(),
                        confirmed));
    }

    private int print(Lesson lesson) {
        if (lesson instanceof Lesson.Refused refused) {
            Problem problem = refused.problem();
            spec.commandLine()
                    .getErr()
                    .println("keyway: " + problem.code() + " "
                            + problem.message().en());
            return Keyway.PROBLEMS_FOUND;
        }
        Lesson.Taught taught = (Lesson.Taught) lesson;
        PrintWriter out = spec.commandLine().getOut();
        taught.values().forEach(value -> comment(value, out));
        WorkshopContent content =
                new WorkshopContent(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(taught.set()));
        WorkshopWriter.write(content).values().forEach(out::print);
        out.flush();
        return 0;
    }

    private static void comment(Lesson.TaughtValue value, PrintWriter out) {
        value.problem()
                .ifPresent(problem -> out.println(
                        "# " + problem.code() + " " + problem.message().en()));
        if (value.differs()) {
            String today = value.matched().map(Object::toString).orElse("nothing");
            out.println("# " + value.parameter().name() + ": a match gives " + today.replaceAll("\\p{Cntrl}", "·"));
        }
    }
}
