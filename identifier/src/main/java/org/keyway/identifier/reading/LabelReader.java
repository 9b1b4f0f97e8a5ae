package org.keyway.identifier.reading;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Ambiguous;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.reading.ScanNormalizer.Normalized;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;
import org.keyway.identifier.scheme.Symbology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every scheme and lets the strongest claim win; among equals only a single usable one, never a guess. */
public final class LabelReader implements ScanParser {
    private static final Logger LOG = LoggerFactory.getLogger(LabelReader.class);
    private static final String UNREAD = "plain";

    private final List<IdentifierScheme> schemes;
    private final Map<String, String> attributes;

    @Inject
    public LabelReader(Set<IdentifierScheme> schemes, IdentifierConfiguration configuration) {
        this.schemes = List.copyOf(schemes);
        this.attributes = configuration.attributes();
    }

    @Override
    public Identification parse(Scan scan) {
        Normalized normalized = ScanNormalizer.normalize(scan);
        if (normalized.label().isEmpty()) {
            return refused(scan, normalized);
        }
        List<Claim> shapes = new ArrayList<>(1);
        List<Claim> claims = decide(strongest(normalized.label().get(), shapes));
        List<Reading> readings =
                claims.stream().map(claim -> reading(scan, normalized, claim)).toList();
        List<Reading> alternatives = claims.get(0).strength() != Strength.LIKELY
                ? List.of()
                : shapes.stream()
                        .filter(Claim::usable)
                        .map(claim -> reading(scan, normalized, claim))
                        .toList();
        if (readings.stream().anyMatch(reading -> !sameMeaning(reading, readings.get(0)))) {
            return new Ambiguous(
                    Stream.concat(readings.stream(), alternatives.stream()).toList());
        }
        Reading reading = readings.get(0);
        return reading.product().isPresent()
                ? new Identified(reading, alternatives)
                : new Rejected(reading, alternatives);
    }

    private static boolean sameMeaning(Reading one, Reading other) {
        return one.product().equals(other.product())
                && one.serial().equals(other.serial())
                && one.lot().equals(other.lot())
                && one.attributes().equals(other.attributes());
    }

    /** The strongest claims; those of mere shape are also put aside, for when the strongest are not beyond doubt. */
    private List<Claim> strongest(LabelText label, List<Claim> shapes) {
        List<Claim> claims = new ArrayList<>(2);
        for (IdentifierScheme scheme : schemes) {
            Optional<Claim> claim = ask(scheme, label);
            if (claim.isEmpty()) {
                continue;
            }
            if (claim.get().strength() == Strength.SHAPE) {
                shapes.add(claim.get());
            }
            int order = claims.isEmpty()
                    ? 0
                    : claim.get().strength().compareTo(claims.get(0).strength());
            if (order > 0) {
                claims.clear();
            }
            if (order >= 0) {
                claims.add(claim.get());
            }
        }
        return claims.isEmpty() ? List.of(refusal(IssueCode.UNREADABLE)) : claims;
    }

    /** A scheme that fails is a fault of ours or of a plug-in; the label is refused, not passed to a weaker scheme. */
    private static Optional<Claim> ask(IdentifierScheme scheme, LabelText label) {
        try {
            return scheme.read(label);
        } catch (RuntimeException e) {
            LOG.error(
                    "scheme {} failed on a label of {} characters",
                    scheme.getClass(),
                    label.text().length(),
                    e);
            return Optional.of(refusal(IssueCode.SCHEME_FAILED));
        }
    }

    private static Claim refusal(IssueCode code) {
        return Claim.refused(UNREAD, Strength.DECLARED, List.of(), List.of(code.issue()));
    }

    /** Claims of equal strength: those that can be used, if there are any, else the first. */
    private static List<Claim> decide(List<Claim> claims) {
        if (claims.size() == 1) {
            return claims;
        }
        List<Claim> usable = claims.stream().filter(Claim::usable).toList();
        return usable.isEmpty() ? claims.subList(0, 1) : usable;
    }

    private Reading reading(Scan scan, Normalized normalized, Claim claim) {
        List<Issue> issues = new ArrayList<>(claim.issues());
        issues.addAll(normalized.issues());
        boolean clean = issues.stream().noneMatch(issue -> issue.severity() == Severity.ERROR);
        if (clean && claim.product().isEmpty()) {
            issues.add(IssueCode.NO_PRODUCT.issue());
        }
        issues.sort((a, b) -> a.severity().compareTo(b.severity()));
        return new Reading(
                scan.data(),
                normalized.symbology().map(Symbology::id),
                claim.scheme(),
                claim.conformant() && clean,
                claim.elements(),
                clean ? claim.product() : Optional.empty(),
                claim.serial(),
                claim.lot(),
                attributes(claim),
                issues);
    }

    private Map<String, String> attributes(Claim claim) {
        Map<String, String> stated = new HashMap<>(claim.attributes());
        claim.elements().forEach(element -> {
            String attribute = attributes.get(element.id());
            if (attribute != null) {
                stated.remove(element.id());
                stated.put(attribute, element.value());
            }
        });
        return stated;
    }

    private static Rejected refused(Scan scan, Normalized normalized) {
        return new Rejected(new Reading(
                scan.data(),
                normalized.symbology().map(Symbology::id),
                UNREAD,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                normalized.issues()));
    }
}
