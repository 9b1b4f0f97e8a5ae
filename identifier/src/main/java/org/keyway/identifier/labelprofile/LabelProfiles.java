package org.keyway.identifier.labelprofile;

import java.util.Comparator;
import java.util.List;
import org.keyway.identifier.scheme.Claim;

/** The profiles that a site has switched on, and the meaning that they give to claims. */
public final class LabelProfiles {
    private final List<LabelProfile> profiles;

    /** These profiles, the more particular first; among equals the order given. */
    public LabelProfiles(List<LabelProfile> profiles) {
        this.profiles = profiles.stream()
                .sorted(Comparator.comparing(LabelProfile::particularity).reversed())
                .toList();
    }

    /** The claim with the meaning that the first profile to recognise it gives. */
    public Claim meaning(Claim claim) {
        for (LabelProfile profile : profiles) {
            if (profile.recognises(claim)) {
                return profile.meaning(claim);
            }
        }
        return claim;
    }
}
