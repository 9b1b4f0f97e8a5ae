package org.keyway.identifier.handle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyway.identifier.scheme.Strength;

/**
 * The Handle in a text, still unread.
 *
 * @param text what stands where a Handle belongs
 */
record HandleText(String text, Strength strength) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://([^/?#]++)/(?:api/handles/)?+([^?#]*+)(?:\\?([^#]*+))?+.*+");
    private static final String SCHEME = "hdl:";
    private static final String WEB = "http";
    private static final Pattern REGISTRANT =
            Pattern.compile("(?:10\\.[0-9]{4,9}+|20\\.[0-9]{3,9}+)(?:\\.[0-9]++)*+/.++");

    /**
     * The Handle of a text that is one, has the scheme {@code hdl:}, or is the address of one at a resolver.
     *
     * @param hosts of resolvers, in small letters; empty: any
     */
    static Optional<HandleText> in(String text, Set<String> hosts) {
        if (text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(new HandleText(text.substring(SCHEME.length()), Strength.DECLARED));
        }
        if (begins(text)) {
            return Optional.of(new HandleText(text, Strength.STRUCTURAL));
        }
        if (text.charAt(0) <= '2' && REGISTRANT.matcher(text).matches()) {
            return Optional.of(new HandleText(text, Strength.LIKELY));
        }
        if (!text.regionMatches(true, 0, WEB, 0, WEB.length())) {
            return Optional.empty();
        }
        return address(text, hosts).map(handle -> new HandleText(handle, Strength.STRUCTURAL));
    }

    private static boolean begins(String text) {
        return text.length() > 3
                && text.charAt(0) == '8'
                && (text.charAt(1) == '8' || text.charAt(1) == '6')
                && text.charAt(2) == '.'
                && text.charAt(3) >= '0'
                && text.charAt(3) <= '9';
    }

    /** The path behind the host, or else the one query value, that begins like a Handle with something after its slash. */
    private static Optional<String> address(String text, Set<String> hosts) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()
                || !(hosts.isEmpty() || hosts.contains(address.group(1).toLowerCase(Locale.ROOT)))) {
            return Optional.empty();
        }
        List<String> candidates = new ArrayList<>();
        candidates.add(address.group(2));
        if (address.group(3) != null) {
            for (String pair : address.group(3).split("&", -1)) {
                candidates.add(pair.substring(pair.indexOf('=') + 1));
            }
        }
        List<String> handles = candidates.stream()
                .map(HandleText::decoded)
                .filter(HandleText::begins)
                .distinct()
                .toList();
        return handles.size() == 1 ? Optional.of(handles.get(0)) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            // A plus sign is itself in a path; the decoder would take it for a blank.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
