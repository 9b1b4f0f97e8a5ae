package org.keyway.identifier.digitallink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A web address in its parts, still percent-encoded.
 *
 * @param host as printed, with its port
 * @param segments of the path, without the slashes between them
 * @param stranger the position in the text of the first character that an address must not have there, or -1
 */
record WebAddress(String host, List<String> segments, String query, int stranger) {
    private static final List<String> SCHEMES = List.of("https://", "http://", "HTTPS://", "HTTP://");
    private static final String BEYOND_LETTERS = "-._~:/?#[]@!$&'()*+,;=%";
    private static final String NOT_IN_HOST = "_~?#@!$&'()*+,;=%";

    WebAddress {
        segments = List.copyOf(segments);
    }

    /** The parts of an address whose scheme is http or https, all small or all capitals. */
    static Optional<WebAddress> of(String text) {
        int host = schemeEnd(text);
        int slash = host < 0 ? -1 : text.indexOf('/', host);
        if (slash <= host) {
            return Optional.empty();
        }
        int hash = text.indexOf('#', slash);
        String address = hash < 0 ? text : text.substring(0, hash);
        int question = address.indexOf('?', slash);
        return Optional.of(new WebAddress(
                text.substring(host, slash),
                split(question < 0 ? address : address.substring(0, question), slash + 1, '/'),
                question < 0 ? "" : address.substring(question + 1),
                stranger(text, host, slash)));
    }

    private static int schemeEnd(String text) {
        for (String scheme : SCHEMES) {
            if (text.startsWith(scheme)) {
                return scheme.length();
            }
        }
        return -1;
    }

    private static int stranger(String text, int host, int slash) {
        for (int i = host; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inHost = i < slash;
            if (!letterOrDigit(c) && (BEYOND_LETTERS.indexOf(c) < 0 || (inHost && NOT_IN_HOST.indexOf(c) >= 0))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean letterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static List<String> split(String text, int from, char separator) {
        List<String> parts = new ArrayList<>();
        int at = from;
        for (int end = text.indexOf(separator, at); end >= 0; end = text.indexOf(separator, at)) {
            parts.add(text.substring(at, end));
            at = end + 1;
        }
        parts.add(text.substring(at));
        return parts;
    }
}
