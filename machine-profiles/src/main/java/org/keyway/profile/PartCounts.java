package org.keyway.profile;

/** How many parts have taken values of versions whose number of parts is limited. */
public interface PartCounts {
    /** For houses that count nothing. */
    PartCounts NONE = version -> 0;

    /** How many jobs were released, or are about to be, with a value of the version; asked at each match that it could win. */
    int taken(SetVersion version);
}
