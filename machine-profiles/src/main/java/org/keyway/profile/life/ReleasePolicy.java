package org.keyway.profile.life;

/**
 * What a house asks of a release.
 *
 * @param fourEyes whether somebody else than those who edited a version must release it
 */
public record ReleasePolicy(boolean fourEyes) {
    public static final ReleasePolicy DEFAULT = new ReleasePolicy(true);
}
