package org.keyway.profile.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules about URLs of PostgreSQL servers. */
final class PostgreSqlUrl {
    private static final Logger LOG = LoggerFactory.getLogger(PostgreSqlUrl.class);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final Pattern ACCOUNT =
            Pattern.compile("//[^/?]*@|[?&](user|password|sslpassword)=", Pattern.CASE_INSENSITIVE);

    private PostgreSqlUrl() {}

    /**
     * The URL with the strictest TLS where it says nothing about that and leads to another computer.
     *
     * @throws DatabaseRefusedException when it is none, holds user or password, or is not secure
     */
    static String checked(String url, boolean insecure) {
        if (ACCOUNT.matcher(url).find()) {
            throw new DatabaseRefusedException(DatabaseCode.ACCOUNT_IN_URL, Map.of());
        }
        Properties parsed = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, new Properties()) : null;
        if (parsed == null) {
            throw DatabaseRefusedException.unknown(url);
        }
        String hosts = String.valueOf(PGProperty.PG_HOST.getOrDefault(parsed)).toLowerCase(Locale.ROOT);
        if (isHere(hosts) || isProven(parsed)) {
            return url;
        }
        if (!saysHow(parsed) && !insecure) {
            return url + (url.contains("?") ? "&" : "?") + "sslmode=verify-full";
        }
        if (!insecure) {
            throw new DatabaseRefusedException(DatabaseCode.NOT_ENCRYPTED, Map.of("host", hosts));
        }
        LOG.warn("the database at {} is talked to without proof that it is the right one: insecure is set", hosts);
        return url;
    }

    private static boolean isHere(String hosts) {
        for (String host : hosts.split(",", -1)) {
            if (!LOOPBACK.matcher(host).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean saysHow(Properties parsed) {
        return parsed.containsKey(PGProperty.SSL_MODE.getName()) || parsed.containsKey(PGProperty.SSL.getName());
    }

    private static boolean isProven(Properties parsed) {
        try {
            return saysHow(parsed) && SslMode.of(parsed).verifyCertificate();
        } catch (PSQLException e) {
            throw new DatabaseRefusedException(
                    DatabaseCode.UNREACHABLE, Map.of("address", "the URL", "reason", reason(e)));
        }
    }

    private static String reason(SQLException e) {
        return String.valueOf(e.getMessage());
    }
}
