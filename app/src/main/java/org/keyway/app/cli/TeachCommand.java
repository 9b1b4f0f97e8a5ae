package org.keyway.app.cli;

import com.google.inject.Guice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Scan;
import org.keyway.identifier.teach.LabelTeacher;
import org.keyway.terminal.api.LessonJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Proposes a pattern for labels that nobody can read; needs no server and no database. */
@Command(
        name = "teach",
        description =
                "Reads one to five samples of an unknown label from standard input, one a line, and prints a pattern"
                        + " for identifier.yaml; the other proposals as comments.",
        mixinStandardHelpOptions = true)
final class TeachCommand implements Callable<Integer> {
    @Option(names = "--json", description = "print all proposals with their readings as one line of JSON")
    private boolean json;

    @Option(names = "--json-input", description = "each line is a JSON string")
    private boolean jsonInput;

    @Option(names = "--config", paramLabel = "FILE", description = "a configuration file with labels of the site's own")
    private @Nullable Path config;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        IdentifierConfiguration configuration = config == null
                ? IdentifierConfiguration.standard()
                : ConfigurationFile.read(config).configuration().identifier();
        LabelTeacher teacher =
                Guice.createInjector(new IdentifyModule(configuration)).getInstance(LabelTeacher.class);
        List<Scan> samples = new ArrayList<>();
        new ScanLines(jsonInput).each(System.in, scan -> keep(scan, samples), () -> {});
        LessonJson lesson = LessonJson.of(teacher.teach(samples));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonMapper().writeValueAsString(lesson));
        } else {
            print(lesson, out);
        }
        out.flush();
        return lesson.proposals().isEmpty() ? Keyway.PROBLEMS_FOUND : 0;
    }

    /** One more than can be taught is kept, so that it is told; what else comes is not. */
    private static void keep(Scan scan, List<Scan> samples) {
        if (!scan.data().isBlank() && samples.size() <= LabelTeacher.MOST_SAMPLES) {
            samples.add(scan);
        }
    }

    private static void print(LessonJson lesson, PrintWriter out) {
        lesson.issues()
                .forEach(issue ->
                        out.println("# " + issue.code() + " " + issue.message().en()));
        for (int i = 0; i < lesson.proposals().size(); i++) {
            String snippet = lesson.proposals().get(i).snippet();
            out.print(i == 0 ? snippet : "\n# Or instead:\n" + snippet.indent(1).replaceAll("(?m)^ ", "# "));
        }
    }
}
