package org.keyway.profile.matching;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A formula in CEL, checked against the names and types it may use. Terminates, and reaches nothing outside. */
public final class Formula {
    private static final int LONGEST = 1000;
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final CelRuntime.Program program;
    private final Set<String> names;

    private Formula(CelRuntime.Program program, Set<String> names) {
        this.program = program;
        this.names = names;
    }

    /** What a name in a formula stands for. */
    public enum Kind {
        NUMBER,
        TRUTH,
        TEXT
    }

    /** Thrown for a formula that is wrong, or that has no result for a case. */
    public static final class FormulaException extends Exception {
        private static final long serialVersionUID = 1L;

        FormulaException(String message) {
            super(message);
        }

        FormulaException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Compiles a formula.
     *
     * @param names what it may refer to
     * @param result what it must give
     * @throws FormulaException when a name is unknown, a type is wrong, or it isn't CEL
     */
    public static Formula compile(String expression, Map<String, Kind> names, Kind result) throws FormulaException {
        if (expression.length() > LONGEST) {
            throw new FormulaException("longer than " + LONGEST + " characters");
        }
        Set<String> words =
                WORD.matcher(expression).results().map(found -> found.group()).collect(Collectors.toSet());
        Map<String, Kind> used = new HashMap<>(names);
        used.keySet().retainAll(words);
        CelCompilerBuilder compiler =
                CelCompilerFactory.standardCelCompilerBuilder().setResultType(type(result));
        used.forEach((name, kind) -> compiler.addVar(name, type(kind)));
        try {
            return new Formula(
                    CelRuntimeFactory.legacyCelRuntimeBuilder()
                            .build()
                            .createProgram(compiler.build().compile(expression).getAst()),
                    Set.copyOf(used.keySet()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new FormulaException(firstLine(e), e);
        }
    }

    private static CelType type(Kind kind) {
        return switch (kind) {
            case NUMBER -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
            case TEXT -> SimpleType.STRING;
        };
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The names it refers to. */
    public Set<String> names() {
        return names;
    }

    /**
     * The result.
     *
     * @param values of every name it refers to: {@code Double}, {@code Boolean} or {@code String}
     * @return a {@code Double}, {@code Boolean} or {@code String}
     * @throws FormulaException when there is none, as for a division of whole numbers by zero
     */
    public Object evaluate(Map<String, Object> values) throws FormulaException {
        try {
            return program.eval(values);
        } catch (CelEvaluationException e) {
            throw new FormulaException(firstLine(e), e);
        }
    }
}
