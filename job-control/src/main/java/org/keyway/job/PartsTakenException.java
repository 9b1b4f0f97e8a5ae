package org.keyway.job;

import org.keyway.profile.SetVersion;

/** Another process was quicker to take the last part of a version; nothing was recorded. */
public final class PartsTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartsTakenException(SetVersion version) {
        super("no part of " + version + " is left");
    }
}
