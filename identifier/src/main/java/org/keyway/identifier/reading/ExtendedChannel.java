package org.keyway.identifier.reading;

/** The escapes of readers that report extended channel interpretations (ISO/IEC 15424): doubled backslashes, designators. */
final class ExtendedChannel {
    private static final int DESIGNATOR_DIGITS = 6;

    private ExtendedChannel() {}

    /** The content: doubled backslashes single, designators left out, since the text is decoded already. */
    static String withoutEscapes(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder content = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\\') {
                content.append(c);
                i++;
            } else if (c == '\\' && designator(text, i + 1)) {
                i += DESIGNATOR_DIGITS;
            } else {
                content.append(c);
            }
        }
        return content.toString();
    }

    private static boolean designator(String text, int from) {
        int to = from + DESIGNATOR_DIGITS;
        return to <= text.length() && text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
