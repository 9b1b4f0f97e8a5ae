package org.keyway.identifier;

import java.util.Optional;

/**
 * What a reader emitted for one label.
 *
 * @param data the characters as they arrived, control characters kept; may begin with an AIM symbology identifier
 * @param symbology the AIM symbology identifier (ISO/IEC 15424, such as {@code ]d2}) when the reader sent it apart from
 *     the data
 */
public record Scan(String data, Optional<String> symbology) {
    /**
     * No label is longer: longer input is refused unread. In UTF-16 characters, without the symbology identifier; what
     * the reference implementation of GS1 takes.
     */
    public static final int MAX_LENGTH = 8191;

    /** A scan whose symbology identifier, if any, still stands at the front of the data. */
    public static Scan of(String data) {
        return new Scan(data, Optional.empty());
    }
}
