package org.keyway.profile.matching;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
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
    private static final int DEEPEST = 250;
    /** With bounded texts and bounded expressions, what a formula can put together and look through is bounded. */
    static final int LONGEST_TEXT = 4096;

    private static final CelOptions BOUNDED = CelOptions.current()
            .maxExpressionCodePointSize(2 * LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseExpressionNodeCount(LONGEST)
            .maxRegexProgramSize(LONGEST)
            .comprehensionMaxIterations(0)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final CelRuntime.Program program;
    /** How often each name stands in it. */
    private final Map<String, Long> names;

    private Formula(CelRuntime.Program program, Map<String, Long> names) {
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
     * Compiles a formula. Its numbers are decimals, also where they are written without a point; where that can't be, as in
     * {@code parts[0]}, they are whole numbers.
     *
     * @param names what it may refer to
     * @param result what it must give
     * @throws FormulaException when a name is unknown, a type is wrong, it isn't CEL, or it is too long or too deep
     */
    public static Formula compile(String expression, Map<String, Kind> names, Kind result) throws FormulaException {
        if (expression.length() > LONGEST) {
            throw new FormulaException("longer than " + LONGEST + " characters");
        }
        CelCompiler compiler = compiler(expression, names, result);
        String decimal = DecimalLiterals.in(expression);
        CelValidationResult checked = compiler.compile(decimal);
        if (checked.hasError() && !decimal.equals(expression)) {
            CelValidationResult whole = compiler.compile(expression);
            checked = whole.hasError() ? checked : whole;
        }
        try {
            CelAbstractSyntaxTree tree = checked.getAst();
            return new Formula(
                    CelRuntimeFactory.legacyCelRuntimeBuilder()
                            .setOptions(BOUNDED)
                            .build()
                            .createProgram(tree),
                    namesIn(tree, names.keySet()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new FormulaException(explained(firstLine(e)), e);
        }
    }

    private static CelCompiler compiler(String expression, Map<String, Kind> names, Kind result) {
        Set<String> words =
                WORD.matcher(expression).results().map(found -> found.group()).collect(Collectors.toSet());
        Map<String, Kind> used = new HashMap<>(names);
        used.keySet().retainAll(words);
        // Without macros there are no comprehensions, so nothing loops: the cost is bounded by the length.
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(BOUNDED)
                .setStandardMacros()
                .setResultType(type(result));
        used.forEach((name, kind) -> compiler.addVar(name, type(kind)));
        return compiler.build();
    }

    private static Map<String, Long> namesIn(CelAbstractSyntaxTree tree, Set<String> known) {
        return tree.getReferenceMap().values().stream()
                .filter(reference -> reference.overloadIds().isEmpty())
                .map(CelReference::name)
                .filter(known::contains)
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> 1L, Long::sum));
    }

    private static String explained(String reason) {
        boolean mixed = reason.contains("no matching overload") && reason.contains("int");
        return mixed ? reason + " (numbers are decimals: write double(…) around what counts, such as size)" : reason;
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
        return names.keySet();
    }

    /**
     * The result.
     *
     * @param values of every name it refers to: {@code Double}, {@code Boolean} or {@code String}
     * @return a {@code Double}, {@code Boolean} or {@code String}
     * @throws FormulaException when there is none, as for a division of whole numbers by zero, or when its texts are too long
     */
    public Object evaluate(Map<String, Object> values) throws FormulaException {
        // A pattern costs its length times the text's, and a text is made longer by naming it many times.
        long taken = names.entrySet().stream()
                .mapToLong(
                        name -> values.get(name.getKey()) instanceof String text ? name.getValue() * text.length() : 0)
                .sum();
        if (taken > LONGEST_TEXT) {
            throw new FormulaException("its texts are longer than " + LONGEST_TEXT + " characters together");
        }
        try {
            return program.eval(values);
        } catch (CelEvaluationException e) {
            throw new FormulaException(firstLine(e), e);
        }
    }
}
