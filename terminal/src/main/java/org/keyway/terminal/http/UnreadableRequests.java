package org.keyway.terminal.http;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what the server refuses before any handler sees it, as an address that is none, in the form of every refusal. */
public final class UnreadableRequests extends ErrorHandler {
    private final ProblemAnswers problems;

    @Inject
    UnreadableRequests(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        ByteBuffer body = body(status, request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE), response.getHeaders());
        response.write(true, body, callback);
    }

    private ByteBuffer body(int status, @Nullable String languages, HttpFields.Mutable headers) {
        SecurityHeaders.ALL.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, ProblemAnswers.TYPE);
        String json = Json.MAPPER.writeValueAsString(problems.json(ProblemAnswers.translated(status), languages));
        return ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
    }
}
