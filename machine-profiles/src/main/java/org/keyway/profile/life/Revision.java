package org.keyway.profile.life;

import org.keyway.profile.SetVersion;

/** A version as somebody saw it. */
public record Revision(SetVersion version, int revision) {
    public Revision(String set, int version, int revision) {
        this(new SetVersion(set, version), revision);
    }
}
