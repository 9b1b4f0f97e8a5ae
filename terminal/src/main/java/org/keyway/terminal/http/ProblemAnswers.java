package org.keyway.terminal.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.terminal.http.HttpProblem.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every refusal and every fault in one form. What went wrong inside is logged here and never told outside. */
public final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    static final String TYPE = "application/problem+json";

    private final MessageCatalogue catalogue =
            MessageCatalogue.load("org.keyway.terminal.messages", ProblemAnswers.class.getClassLoader());

    @Inject
    public ProblemAnswers() {}

    /** Takes over whatever is thrown by a handler. */
    public void addTo(RoutesConfig routes) {
        routes.exception(HttpProblem.class, (problem, context) -> answer(context, problem));
        routes.exception(
                HttpResponseException.class, (refusal, context) -> answer(context, translated(refusal.getStatus())));
        routes.exception(Exception.class, (fault, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), fault);
            answer(context, HttpProblem.of(Code.FAULT));
        });
    }

    private void answer(Context context, HttpProblem problem) {
        context.status(problem.problemCode().status())
                .json(json(problem, context.header("Accept-Language")))
                .contentType(TYPE);
    }

    ProblemJson json(HttpProblem problem, @Nullable String languages) {
        Code code = problem.problemCode();
        boolean chinese = prefersChinese(languages);
        Message detail = problem.told()
                .map(HttpProblem.Told::message)
                .orElseGet(() -> catalogue.message(code.code(), problem.facts()));
        Message title = catalogue.message(code.code() + ".title", Map.of());
        var errors =
                problem.errors().stream().map(error -> field(error, chinese)).toList();
        return new ProblemJson(
                "about:blank",
                code.status(),
                problem.told().map(HttpProblem.Told::code).orElse(code.code()),
                chinese ? title.zh() : title.en(),
                chinese ? detail.zh() : detail.en(),
                detail,
                errors,
                problem.current().orElse(null),
                problem.impact().orElse(null));
    }

    private ProblemJson.FieldJson field(HttpProblem.FieldError error, boolean chinese) {
        Message message = error.message().orElseGet(() -> catalogue.message(error.code(), error.facts()));
        return new ProblemJson.FieldJson(error.field(), error.code(), chinese ? message.zh() : message.en(), message);
    }

    /** The problem that stands for a status of HTTP. */
    static HttpProblem translated(int status) {
        return HttpProblem.of(
                switch (status) {
                    case 404 -> Code.NO_SUCH_PATH;
                    case 405 -> Code.NO_SUCH_METHOD;
                    case 413 -> Code.TOO_LARGE;
                    case 415 -> Code.CONTENT_TYPE;
                    default -> status < 500 ? Code.REFUSED : Code.FAULT;
                });
    }

    private static boolean prefersChinese(@Nullable String languages) {
        return languages != null && languages.regionMatches(true, 0, "zh", 0, 2);
    }
}
