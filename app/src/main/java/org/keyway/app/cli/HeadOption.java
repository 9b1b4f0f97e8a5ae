package org.keyway.app.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The head of a chain of hashes that was kept elsewhere, on the command line. */
final class HeadOption {
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

    @Option(
            names = "--expect",
            paramLabel = "SEQ:HASH",
            description = "a head that was printed before and kept elsewhere; it must still be there")
    private @Nullable String expect;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * What is expected, if anything is.
     *
     * @throws ParameterException when it is not a number and a hash
     */
    <T> Optional<T> anchor(BiFunction<Long, String, T> anchor) {
        if (expect == null) {
            return Optional.empty();
        }
        Matcher matcher = HEAD.matcher(expect);
        if (!matcher.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--expect takes the number of an entry and its hash: SEQ:HASH");
        }
        return Optional.of(
                anchor.apply(Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT)));
    }
}
