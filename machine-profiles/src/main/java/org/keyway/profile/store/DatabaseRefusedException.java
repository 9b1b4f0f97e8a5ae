package org.keyway.profile.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;

/** Thrown when a database can't be used; says why and what to do, and never holds a password. */
public final class DatabaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final MessageCatalogue MESSAGES =
            MessageCatalogue.load("org.keyway.profile.messages", DatabaseRefusedException.class.getClassLoader());

    /** H2: DATABASE_ALREADY_OPEN_1. */
    private static final int H2_IN_USE = 90020;

    private static final Pattern KIND = Pattern.compile("(jdbc:\\w{1,20}|\\w{1,20}(?=://))");

    private final DatabaseCode code;
    private final transient Message sentence;

    DatabaseRefusedException(DatabaseCode code, Map<String, ?> facts) {
        this(code, MESSAGES.message(code.code(), facts));
    }

    private DatabaseRefusedException(DatabaseCode code, Message sentence) {
        super(code.code() + ": " + sentence.en());
        this.code = code;
        this.sentence = sentence;
    }

    /** The rest of the URL is left out: it may hold a password. */
    static DatabaseRefusedException unknown(String url) {
        Matcher kind = KIND.matcher(url);
        return new DatabaseRefusedException(
                DatabaseCode.UNKNOWN_KIND, Map.of("scheme", kind.lookingAt() ? kind.group(1) : "this"));
    }

    /** What a failed attempt to open a database means. */
    static DatabaseRefusedException of(DatabaseConfiguration configuration, Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                reason = String.valueOf(sql.getMessage());
                if (isSignInRefused(sql)) {
                    return new DatabaseRefusedException(
                            DatabaseCode.SIGN_IN_REFUSED,
                            Map.of("address", configuration.address(), "user", configuration.user()));
                }
                if (sql.getErrorCode() == H2_IN_USE) {
                    return new DatabaseRefusedException(
                            DatabaseCode.FILE_IN_USE, Map.of("address", configuration.address()));
                }
            }
        }
        DatabaseCode code = configuration.isFile() ? DatabaseCode.FILE_UNUSABLE : DatabaseCode.UNREACHABLE;
        return new DatabaseRefusedException(code, Map.of("address", configuration.address(), "reason", reason));
    }

    /** SQLSTATE class 28, invalid authorization specification. */
    private static boolean isSignInRefused(SQLException sql) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith("28");
    }

    /** The reason. */
    public DatabaseCode code() {
        return code;
    }

    /** The sentence in both languages. */
    public Message sentence() {
        return sentence;
    }
}
