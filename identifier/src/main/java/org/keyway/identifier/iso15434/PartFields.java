package org.keyway.identifier.iso15434;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.identifier.Element;

/** Which data identifiers name the part, its serial number and its lot; the customer's number counts before the supplier's. */
final class PartFields {
    private static final List<String> PRODUCT = List.of("P", "1P", "25P", "PNR", "PNO");
    private static final List<String> SERIAL = List.of("S", "15S", "25S", "18S", "SER", "SEQ", "UCN", "USN", "UST");
    private static final List<String> LOT = List.of("T", "1T", "25T", "LOT", "LTN");
    private static final String GTIN = "8P";

    // Agency, enterprise and part number, a plus sign, and the serial number.
    private static final String PART_AND_SERIAL = "37S";

    static final Set<String> ROLES = Stream.of(
                    PRODUCT, SERIAL, LOT, List.of(GTIN, PART_AND_SERIAL, "I", IndustrialCode.ID))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private PartFields() {}

    static Optional<String> product(List<Element> elements) {
        return first(elements, PRODUCT)
                .map(part -> "part:" + part)
                .or(() -> first(elements, List.of(GTIN)).map(gtin -> "gtin:" + gtin))
                .or(() -> around(elements, true).map(part -> "part:" + part));
    }

    static Optional<String> serial(List<Element> elements) {
        return first(elements, SERIAL).or(() -> around(elements, false));
    }

    /** What stands before or behind the plus sign of a combined identifier. */
    private static Optional<String> around(List<Element> elements, boolean before) {
        return first(elements, List.of(PART_AND_SERIAL))
                .filter(value -> value.indexOf('+') > 0 && value.indexOf('+') < value.length() - 1)
                .map(value ->
                        before ? value.substring(0, value.indexOf('+')) : value.substring(value.indexOf('+') + 1));
    }

    static Optional<String> lot(List<Element> elements) {
        return first(elements, LOT);
    }

    private static Optional<String> first(List<Element> elements, List<String> ids) {
        return ids.stream()
                .flatMap(id -> elements.stream().filter(element -> element.id().equals(id)))
                .map(Element::value)
                .findFirst();
    }
}
