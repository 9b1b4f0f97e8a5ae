package org.keyway.identifier.epc;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Element;
import org.keyway.identifier.epc.TagContent.Held;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.CheckedElement;
import org.keyway.identifier.gs1.Gs1Claims;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/**
 * Electronic product codes. A URI declares itself; the hexadecimal digits of a tag are only likely to be what they look
 * like, since serial numbers may be such digits too.
 */
public final class EpcScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "epc";

    private static final String URN = "urn:epc:";
    private static final int FEWEST_DIGITS = 24;
    private static final int MOST_DIGITS = 128;

    private final ApplicationIdentifiers identifiers;
    private final Gs1Claims gs1;

    @Inject
    public EpcScheme(ApplicationIdentifiers identifiers, Gs1Claims gs1) {
        this.identifiers = identifiers;
        this.gs1 = gs1;
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        if (label.declaresElementString()) {
            return Optional.empty();
        }
        if (text.regionMatches(true, 0, URN, 0, URN.length())) {
            return Optional.of(uri(text.substring(URN.length())));
        }
        if (text.length() < FEWEST_DIGITS || text.length() > MOST_DIGITS || !hexadecimal(text)) {
            return Optional.empty();
        }
        return TagCoding.of(text).map(coding -> claim(Strength.LIKELY, TagReader.read(coding, text)));
    }

    private static boolean hexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private Claim uri(String text) {
        int colon = text.indexOf(':');
        String space = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        int name = rest.indexOf(':');
        String kind = name < 0 ? rest : rest.substring(0, name);
        String body = name < 0 ? "" : rest.substring(name + 1);
        return switch (space) {
            case "id" -> identity(EpcKind.named(kind).filter(k -> k != EpcKind.LGTIN), kind, body);
            case "class" -> identity(EpcKind.named(kind).filter(k -> k == EpcKind.LGTIN), kind, body);
            case "idpat" -> pattern(kind, body);
            case "tag" -> tag(kind, body);
            case "raw" -> raw(rest);
            default -> refused(Strength.DECLARED, IssueCode.EPC_UNKNOWN_KIND, Map.of("kind", space));
        };
    }

    private Claim identity(Optional<EpcKind> kind, String name, String body) {
        if (kind.isEmpty()) {
            return refused(Strength.DECLARED, IssueCode.EPC_UNKNOWN_KIND, Map.of("kind", name));
        }
        return kind.get()
                .read(body)
                .map(identity -> claim(Strength.DECLARED, identity, null))
                .orElseGet(() -> refused(Strength.DECLARED, IssueCode.EPC_MALFORMED, Map.of("kind", name)));
    }

    /** All objects of a class (Tag Data Standard 8): an asterisk for the serial number, everything before it given. */
    private Claim pattern(String name, String body) {
        Optional<EpcKind> kind = EpcKind.named(name).filter(EpcKind::hasClasses);
        if (kind.isEmpty()) {
            return refused(Strength.DECLARED, IssueCode.EPC_UNKNOWN_KIND, Map.of("kind", name));
        }
        // Any serial number will do to have the parts before it read.
        return Optional.of(body)
                .filter(text -> text.endsWith(".*"))
                .flatMap(text -> kind.get().read(text.substring(0, text.length() - 1) + "0"))
                .filter(identity ->
                        identity.parts().get(identity.parts().size() - 1).equals("0"))
                .map(identity -> claim(Strength.DECLARED, identity.wholeClass(), null))
                .orElseGet(() -> refused(Strength.DECLARED, IssueCode.EPC_MALFORMED, Map.of("kind", name)));
    }

    private Claim tag(String name, String body) {
        Optional<TagCoding> coding = TagCoding.named(name);
        if (coding.isEmpty()) {
            return refused(Strength.DECLARED, IssueCode.EPC_UNKNOWN_KIND, Map.of("kind", name));
        }
        int filterBits = coding.get().filterBits();
        int dot = filterBits == 0 ? -1 : body.indexOf('.');
        boolean filtered = filterBits == 0 || (dot > 0 && Part.number(body.substring(0, dot), (1L << filterBits) - 1));
        return coding.get()
                .kind()
                .read(body.substring(dot + 1))
                .filter(identity -> filtered && coding.get().holds(identity))
                .map(identity -> claim(Strength.DECLARED, identity, "urn:epc:tag:" + name + ":" + body))
                .orElseGet(() -> refused(Strength.DECLARED, IssueCode.EPC_MALFORMED, Map.of("kind", name)));
    }

    /** The length in bits, and the hexadecimal digits behind {@code .x} (Tag Data Standard 12). */
    private Claim raw(String rest) {
        int mark = rest.indexOf(".x");
        String digits = mark < 0 ? "" : rest.substring(mark + 2);
        boolean sound = mark > 0
                && digits.length() <= MOST_DIGITS
                && digits.length() >= FEWEST_DIGITS
                && hexadecimal(digits)
                && rest.substring(0, mark).equals(String.valueOf(digits.length() * 4));
        return (sound ? TagCoding.of(digits) : Optional.<TagCoding>empty())
                .map(coding -> claim(Strength.DECLARED, TagReader.read(coding, digits)))
                .orElseGet(() -> refused(Strength.DECLARED, IssueCode.EPC_UNKNOWN_KIND, Map.of("kind", "raw")));
    }

    private Claim claim(Strength strength, TagContent content) {
        if (content instanceof Held held) {
            return claim(strength, held.identity(), held.uri());
        }
        TagContent.Broken broken = (TagContent.Broken) content;
        return refused(
                strength,
                IssueCode.EPC_TAG_MALFORMED,
                Map.of("kind", broken.coding().uriName(), "field", broken.field()));
    }

    private Claim claim(Strength strength, EpcIdentity identity, @Nullable String tag) {
        List<CheckedElement> checked = new ArrayList<>(2);
        identity.gs1Elements()
                .forEach(element -> identifiers
                        .find(element.id())
                        .ifPresent(found -> checked.add(new CheckedElement(found, element.value()))));
        Claim key = checked.isEmpty()
                ? ownClaim(strength, identity)
                : gs1.claim(NAME, strength, checked, List.of(), List.of());
        List<Element> elements = new ArrayList<>(key.elements());
        elements.add(new Element("epc", "EPC", identity.uri()));
        if (tag != null) {
            elements.add(new Element("tag", "EPC TAG", tag));
        }
        return new Claim(
                NAME,
                strength,
                key.conformant(),
                elements,
                key.product().or(() -> tradeItem(identity)),
                key.serial(),
                key.lot(),
                key.attributes(),
                key.issues());
    }

    /** A piece of a trade item counts as the item. */
    private static Optional<String> tradeItem(EpcIdentity identity) {
        return identity.kind() == EpcKind.ITIP
                ? Optional.of("gtin:" + identity.gs1Elements().get(0).value().substring(0, 14))
                : Optional.empty();
    }

    private static Claim ownClaim(Strength strength, EpcIdentity identity) {
        List<Element> elements = new ArrayList<>(3);
        identity.ownElements().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(own -> elements.add(new Element(own.getKey(), own.getKey(), own.getValue())));
        return new Claim(
                NAME,
                strength,
                true,
                elements,
                ownProduct(identity),
                Optional.ofNullable(identity.ownElements().get("serial")),
                Optional.empty(),
                Map.of(),
                List.of());
    }

    private static Optional<String> ownProduct(EpcIdentity identity) {
        List<String> parts = identity.parts();
        return switch (identity.kind()) {
            case GID -> Optional.of("gid:" + parts.get(0) + "." + parts.get(1));
            case ADI ->
                Optional.of(parts.get(1))
                        .filter(part -> !part.isEmpty())
                        .map(part -> "part:" + part)
                        .or(() -> Optional.of("epc:" + identity.kind().uriName() + ":" + identity.body()));
            case USDOD -> Optional.of("epc:" + identity.kind().uriName() + ":" + identity.body());
            default -> Optional.empty();
        };
    }

    private static Claim refused(Strength strength, IssueCode code, Map<String, ?> facts) {
        return Claim.refused(NAME, strength, List.of(), List.of(code.issue(facts)));
    }
}
