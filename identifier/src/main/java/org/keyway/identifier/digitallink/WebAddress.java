package org.keyway.identifier.digitallink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A web address in its parts, still percent-encoded.
 *
 * @param host as printed, with its port
 * @param segments of the path, without the slashes between them
 */
record WebAddress(String host, List<String> segments, String query) {
    // Possessive and without nesting: linear in the length of the text.
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.-]++(?::[0-9]{1,5})?");

    WebAddress {
        segments = List.copyOf(segments);
    }

    /** The parts of an address whose scheme is http or https, all small or all capitals. */
    static Optional<WebAddress> of(String text) {
        int host = schemeEnd(text);
        if (host < 0) {
            return Optional.empty();
        }
        int hash = text.indexOf('#');
        String address = hash < 0 ? text : text.substring(0, hash);
        int question = address.indexOf('?', Math.min(host, address.length()));
        String path = question < 0 ? address : address.substring(0, question);
        int slash = path.indexOf('/', Math.min(host, path.length()));
        if (slash < 0 || !AUTHORITY.matcher(path.substring(host, slash)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new WebAddress(
                path.substring(host, slash),
                split(path, slash + 1, '/'),
                question < 0 ? "" : address.substring(question + 1)));
    }

    private static int schemeEnd(String text) {
        for (String scheme : List.of("https://", "http://", "HTTPS://", "HTTP://")) {
            if (text.startsWith(scheme)) {
                return scheme.length();
            }
        }
        return -1;
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
