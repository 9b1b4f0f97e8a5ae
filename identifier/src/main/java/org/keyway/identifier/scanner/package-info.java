/**
 * What a station's scanner does to labels, and how that is undone. A {@link org.keyway.identifier.scanner.ScannerProfile}
 * says what one scanner does; {@link org.keyway.identifier.scanner.Calibration} makes it from one scan of the {@link
 * org.keyway.identifier.scanner.TestLabel}; {@link org.keyway.identifier.scanner.ProfiledReading} reads a scan through it.
 * Every repair is told with the reading; what cannot be repaired for certain is refused. {@link
 * org.keyway.identifier.scanner.ScannerProfiles} is where profiles are kept; nothing here knows how.
 */
@NullMarked
package org.keyway.identifier.scanner;

import org.jspecify.annotations.NullMarked;
