package org.keyway.identifier.resolution;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, with symbols of units that are the same in both languages: {@code 3 d 4 h}. */
final class Age {
    private Age() {}

    static String between(Instant then, Instant now) {
        Duration age = then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }
}
