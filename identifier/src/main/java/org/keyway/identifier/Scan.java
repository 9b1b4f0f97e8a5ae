package org.keyway.identifier;

import java.util.Optional;

/**
 * What a reader emitted for one label.
 *
 * @param data the characters as they arrived, control characters kept; may begin with an AIM symbology identifier
 * @param symbology the AIM symbology identifier (ISO/IEC 15424, such as {@code ]d2}) when the reader sent it apart from
 *     the data
 * @param station where it was read, when that is known; some patterns are valid at some stations only
 */
public record Scan(String data, Optional<String> symbology, Optional<String> station) {
    /**
     * No label is longer: longer input is refused unread. In UTF-16 characters, without the symbology identifier; what
     * the reference implementation of GS1 takes.
     */
    public static final int MAX_LENGTH = 8191;

    /** Nothing longer is looked at: a label of {@value #MAX_LENGTH} characters, its symbology identifier, CR and LF. */
    public static final int MOST_DATA = MAX_LENGTH + 5;

    /** A scan of which nobody said where it was read. */
    public Scan(String data, Optional<String> symbology) {
        this(data, symbology, Optional.empty());
    }

    /** A scan whose symbology identifier, if any, still stands at the front of the data. */
    public static Scan of(String data) {
        return new Scan(data, Optional.empty());
    }

    /** The same, read at this station. */
    public Scan at(String place) {
        return new Scan(data, symbology, Optional.of(place));
    }
}
