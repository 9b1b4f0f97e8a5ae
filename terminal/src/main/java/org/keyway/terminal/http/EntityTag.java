package org.keyway.terminal.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.keyway.terminal.http.HttpProblem.Code;

/** What a client has read, as it says in {@code If-Match} (RFC 9110 13.1.1), and what it is told in {@code ETag}. */
public final class EntityTag {
    private EntityTag() {}

    /** The tag that the client has read, without quotes; empty when it doesn't say. */
    public static Optional<String> seen(Context context) {
        return Optional.ofNullable(context.header("If-Match"))
                .map(String::strip)
                .map(text -> text.replaceAll("^\"(.*)\"$", "$1"));
    }

    /**
     * The tag that the client must say.
     *
     * @throws HttpProblem when it doesn't
     */
    public static String required(Context context, String id) {
        return seen(context).orElseThrow(() -> HttpProblem.of(Code.REVISION_UNSAID, Map.of("id", id)));
    }

    /** Tells the client what it has got. */
    public static void tell(Context context, String tag) {
        context.header("ETag", '"' + tag + '"');
    }
}
