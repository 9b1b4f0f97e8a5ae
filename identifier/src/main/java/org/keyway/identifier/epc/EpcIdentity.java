package org.keyway.identifier.epc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an EPC names.
 *
 * @param parts decoded, in the order of the URI; the last is empty when all objects of a class are meant
 */
record EpcIdentity(EpcKind kind, List<String> parts) {
    EpcIdentity {
        parts = List.copyOf(parts);
    }

    /** A GS1 element of the identity. */
    record Gs1Element(String id, String value) {}

    /** The class that the object belongs to: the same without its serial number. */
    EpcIdentity wholeClass() {
        List<String> all = new ArrayList<>(parts);
        all.set(all.size() - 1, "");
        return new EpcIdentity(kind, all);
    }

    private boolean isClass() {
        return kind.hasClasses() && parts.get(parts.size() - 1).isEmpty();
    }

    /** The pure identity URI; of a lot, its class URI; of a class, the pattern of its identities. */
    String uri() {
        String space = kind == EpcKind.LGTIN ? "class" : isClass() ? "idpat" : "id";
        return "urn:epc:" + space + ":" + kind.uriName() + ":" + body() + (isClass() ? "*" : "");
    }

    /** The parts as a URI has them. */
    String body() {
        return parts.stream().map(Part::encoded).collect(Collectors.joining("."));
    }

    /** The same identity as GS1 elements (Tag Data Standard 7); empty where the identity is no GS1 key. */
    List<Gs1Element> gs1Elements() {
        return allElements().stream()
                .filter(element -> !element.value().isEmpty())
                .toList();
    }

    private List<Gs1Element> allElements() {
        return switch (kind) {
            case SGTIN -> List.of(element("01", tradeItem()), element("21", parts.get(2)));
            case UPUI -> List.of(element("01", tradeItem()), element("235", parts.get(2)));
            case LGTIN -> List.of(element("01", tradeItem()), element("10", parts.get(2)));
            case ITIP ->
                List.of(element("8006", tradeItem() + parts.get(2) + parts.get(3)), element("21", parts.get(4)));
            case SSCC -> List.of(element("00", tradeItem()));
            case SGLN ->
                parts.get(2).equals("0")
                        ? List.of(element("414", checked()))
                        : List.of(element("414", checked()), element("254", parts.get(2)));
            case PGLN -> List.of(element("417", checked()));
            case GRAI -> List.of(element("8003", "0" + checked() + parts.get(2)));
            case GIAI -> List.of(element("8004", parts.get(0) + parts.get(1)));
            case GSRN -> List.of(element("8018", checked()));
            case GSRNP -> List.of(element("8017", checked()));
            case GDTI -> List.of(element("253", checked() + parts.get(2)));
            case CPI -> List.of(element("8010", parts.get(0) + parts.get(1)), element("8011", parts.get(2)));
            case SGCN -> List.of(element("255", checked() + parts.get(2)));
            case GINC -> List.of(element("401", parts.get(0) + parts.get(1)));
            case GSIN -> List.of(element("402", checked()));
            case GID, USDOD, ADI, BIC, IMOVN -> List.of();
        };
    }

    /** The parts by name where the identity is no GS1 key. */
    Map<String, String> ownElements() {
        return switch (kind) {
            case GID -> Map.of("manager", parts.get(0), "class", parts.get(1), "serial", parts.get(2));
            case USDOD -> Map.of("cage", parts.get(0), "serial", parts.get(1));
            case ADI -> Map.of("cage", parts.get(0), "partNumber", parts.get(1), "serial", parts.get(2));
            default -> Map.of();
        };
    }

    private static Gs1Element element(String id, String value) {
        return new Gs1Element(id, value);
    }

    /** The first digit of the reference moves to the front: indicator of a GTIN, extension of an SSCC. */
    private String tradeItem() {
        String reference = parts.get(1);
        return withCheckDigit(reference.charAt(0) + parts.get(0) + reference.substring(1));
    }

    private String checked() {
        return withCheckDigit(parts.get(0) + parts.get(1));
    }

    private static String withCheckDigit(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
