package org.keyway.identifier.labelprofile;

import java.util.Optional;
import org.keyway.identifier.scheme.LabelText;

/**
 * Printable characters that a kind of label has where ISO/IEC 15434 has its separators.
 *
 * @param header what such a label begins with, in place of header, format and first separator
 * @param separator between fields
 * @param end what such a label ends in, in place of the trailer
 * @param format of the envelope that it stands for
 */
record OwnSeparators(String header, char separator, String end, String format) {
    /** The message with the standard's separators; empty when the label is not of this kind, or has true separators. */
    Optional<String> standard(String text) {
        boolean own = text.length() > header.length() + end.length()
                && text.startsWith(header)
                && text.endsWith(end)
                && text.indexOf(LabelText.GS) < 0;
        if (!own) {
            return Optional.empty();
        }
        String fields = text.substring(header.length(), text.length() - end.length());
        return Optional.of("[)>" + LabelText.RS + format + LabelText.GS + fields.replace(separator, LabelText.GS)
                + LabelText.RS + LabelText.EOT);
    }
}
