package org.keyway.identifier.labelprofile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** The profiles that a site has switched on: what they do to a label before the schemes see it, and to a claim after. */
public final class LabelProfiles {
    private final List<LabelProfile> profiles;

    /** These profiles, the more particular first; among equals the order given. */
    public LabelProfiles(List<LabelProfile> profiles) {
        this.profiles = profiles.stream()
                .sorted(Comparator.comparing(LabelProfile::particularity).reversed())
                .toList();
    }

    /**
     * A label ready for the schemes.
     *
     * @param issues the warning that says what was changed, if anything was
     */
    public record Prepared(LabelText label, List<Issue> issues) {}

    /** The label with the separators of a profile's own replaced by those of the standard. */
    public Prepared prepare(LabelText label) {
        for (LabelProfile profile : profiles) {
            Optional<OwnSeparators> separators = profile.separators();
            Optional<String> standard = separators.flatMap(own -> own.standard(label.text()));
            if (separators.isPresent() && standard.isPresent()) {
                Issue changed = IssueCode.PROFILE_SEPARATORS.issue(Map.of(
                        "profile", profile.name(), "separator", separators.get().separator()));
                return new Prepared(label.withText(standard.get()), List.of(changed));
            }
        }
        return new Prepared(label, List.of());
    }

    /** The claim with the meaning that the first profile to recognise it gives, and what was done before. */
    public Claim meaning(Prepared prepared, Claim claim) {
        Claim meant = profiles.stream()
                .filter(profile -> profile.recognises(claim))
                .findFirst()
                .map(profile -> profile.meaning(claim))
                .orElse(claim);
        if (prepared.issues().isEmpty()) {
            return meant;
        }
        List<Issue> issues = new ArrayList<>(meant.issues());
        issues.addAll(prepared.issues());
        return new Claim(
                meant.scheme(),
                meant.strength(),
                meant.conformant(),
                meant.elements(),
                meant.product(),
                meant.serial(),
                meant.lot(),
                meant.attributes(),
                issues);
    }
}
