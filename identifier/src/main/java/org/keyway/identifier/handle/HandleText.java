package org.keyway.identifier.handle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyway.identifier.scheme.Strength;

/**
 * The Handle in a text, still unread.
 *
 * @param text what stands where a Handle belongs
 */
record HandleText(String text, Strength strength) {
    private static final Pattern PREFIX_START = Pattern.compile("8[68]\\.[0-9]");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://[^/?#]++/(?:api/handles/)?+([^?#]*+)(?:\\?([^#]*+))?+.*+");
    private static final String SCHEME = "hdl:";

    /** The Handle of a text that is one, has the scheme {@code hdl:}, or is the address of one at a resolver. */
    static Optional<HandleText> in(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.of(new HandleText(text.substring(SCHEME.length()), Strength.DECLARED));
        }
        if (begins(text)) {
            return Optional.of(new HandleText(text, Strength.STRUCTURAL));
        }
        return address(text).map(handle -> new HandleText(handle, Strength.STRUCTURAL));
    }

    private static boolean begins(String text) {
        return PREFIX_START.matcher(text).lookingAt();
    }

    /** The path behind the host, or else the one query value, that begins like a Handle with something after its slash. */
    private static Optional<String> address(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return Optional.empty();
        }
        List<String> candidates = new ArrayList<>();
        candidates.add(address.group(1));
        if (address.group(2) != null) {
            for (String pair : address.group(2).split("&", -1)) {
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
