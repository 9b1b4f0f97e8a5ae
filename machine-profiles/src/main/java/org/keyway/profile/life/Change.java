package org.keyway.profile.life;

/**
 * Who changes something, and why.
 *
 * @param by 1 to 64 characters
 * @param reason 1 to 500 characters
 */
public record Change(String by, String reason) {
    public static final int LONGEST_NAME = 64;
    public static final int LONGEST_REASON = 500;

    public Change {
        by = by.strip();
        reason = reason.strip();
    }
}
