package org.keyway.identifier.reading;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.identifier.Element;
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
import org.keyway.identifier.labelprofile.LabelProfiles;
import org.keyway.identifier.pattern.LabelPatterns;
import org.keyway.identifier.reading.ScanNormalizer.Normalized;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;
import org.keyway.identifier.scheme.Symbology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every scheme and every pattern of the site, and lets the strongest claim win; among equals only a single usable one, never a guess. */
public final class LabelReader implements ScanParser {
    private static final Logger LOG = LoggerFactory.getLogger(LabelReader.class);
    private static final String UNREAD = "plain";
    private static final List<Issue> NO_PRODUCT = List.of(IssueCode.NO_PRODUCT.issue());

    private final SchemeDispatch dispatch;
    private final LabelPatterns patterns;
    private final Map<String, String> attributes;
    private final LabelProfiles profiles;

    @Inject
    public LabelReader(Set<IdentifierScheme> schemes, LabelPatterns patterns, IdentifierConfiguration configuration) {
        this.patterns = patterns;
        this.dispatch = new SchemeDispatch(schemes);
        this.attributes = configuration.attributes();
        this.profiles = new LabelProfiles(configuration.profiles());
    }

    @Override
    public Identification parse(Scan scan) {
        Normalized normalized = ScanNormalizer.normalize(scan);
        LabelText label = normalized.label();
        if (label == null) {
            return Rejected.unread(scan, normalized.symbology().map(Symbology::id), normalized.issues());
        }
        List<Claim> shapes = new ArrayList<>(1);
        List<Claim> claims = decide(strongest(label, shapes));
        Function<Claim, Reading> read = claim -> reading(scan, normalized, profiles.meaning(claim));
        Reading reading = read.apply(claims.get(0));
        List<Reading> alternatives = claims.get(0).strength() == Strength.LIKELY ? usable(shapes, read) : List.of();
        if (claims.size() > 1) {
            List<Reading> readings = claims.stream().map(read).toList();
            if (claims.get(0).product().isEmpty()) {
                return new Rejected(withoutProduct(readings), alternatives);
            }
            if (readings.stream().anyMatch(other -> !sameMeaning(other, reading))) {
                return new Ambiguous(
                        Stream.concat(readings.stream(), alternatives.stream()).toList());
            }
        }
        return reading.product().isPresent()
                ? new Identified(reading, alternatives)
                : new Rejected(reading, alternatives);
    }

    /** Nothing hangs on a choice where no reading names a product: one that its standard accepts is shown, the others told. */
    private static Reading withoutProduct(List<Reading> readings) {
        Reading shown =
                readings.stream().filter(Reading::conformant).findFirst().orElse(readings.get(0));
        String others = readings.stream()
                .map(Reading::scheme)
                .filter(scheme -> !scheme.equals(shown.scheme()))
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? shown : shown.with(List.of(IssueCode.ALSO_READ_AS.issue(Map.of("schemes", others))));
    }

    private static List<Reading> usable(List<Claim> claims, Function<Claim, Reading> read) {
        return claims.stream().filter(Claim::usable).map(read).toList();
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
        for (IdentifierScheme scheme : dispatch.schemes(label)) {
            weigh(ask(scheme, label), claims, shapes);
        }
        if (!dispatch.isDeclared(label)) {
            List<IdentifierScheme> own = patterns.schemes();
            for (int i = 0; i < own.size(); i++) {
                weigh(ask(own.get(i), label), claims, shapes);
            }
        }
        return claims.isEmpty() ? List.of(refusal(IssueCode.UNREADABLE)) : claims;
    }

    private static void weigh(Optional<Claim> claim, List<Claim> claims, List<Claim> shapes) {
        if (claim.isEmpty()) {
            return;
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

    /** Claims of equal strength: those that can be used; else those by which the label is whole; else the first. */
    private static List<Claim> decide(List<Claim> claims) {
        if (claims.size() == 1) {
            return claims;
        }
        List<Claim> usable = claims.stream().filter(Claim::usable).toList();
        List<Claim> whole =
                usable.isEmpty() ? claims.stream().filter(Claim::whole).toList() : usable;
        return whole.isEmpty() ? claims.subList(0, 1) : whole;
    }

    private Reading reading(Scan scan, Normalized normalized, Claim claim) {
        List<Issue> found = joined(claim.issues(), normalized.issues());
        boolean clean = !hasError(found);
        List<Issue> issues = clean && claim.product().isEmpty() ? joined(NO_PRODUCT, found) : errorsFirst(found);
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

    private static List<Issue> joined(List<Issue> one, List<Issue> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<Issue> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static boolean hasError(List<Issue> issues) {
        for (int i = 0; i < issues.size(); i++) {
            if (issues.get(i).severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    private static List<Issue> errorsFirst(List<Issue> issues) {
        return issues.size() < 2
                ? issues
                : issues.stream()
                        .sorted((a, b) -> a.severity().compareTo(b.severity()))
                        .toList();
    }

    private Map<String, String> attributes(Claim claim) {
        Map<String, String> stated = claim.attributes();
        List<Element> elements = claim.elements();
        for (int i = 0; i < elements.size(); i++) {
            String attribute = attributes.get(elements.get(i).id());
            if (attribute != null) {
                stated = new HashMap<>(stated);
                stated.remove(elements.get(i).id());
                stated.put(attribute, elements.get(i).value());
            }
        }
        return stated;
    }
}
