package org.keyway.identifier.iso15434;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.identifier.Element;

/** Which data identifiers name the part, its serial number and its lot; the customer's number counts before the supplier's. */
final class PartFields {
    private static final List<String> PRODUCT = List.of("P", "1P", "25P");
    private static final List<String> SERIAL = List.of("S", "15S", "25S", "18S");
    private static final List<String> LOT = List.of("T", "1T", "25T");
    private static final String GTIN = "8P";

    static final Set<String> ROLES = Stream.of(PRODUCT, SERIAL, LOT, List.of(GTIN))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private PartFields() {}

    static Optional<String> product(List<Element> elements) {
        return first(elements, PRODUCT)
                .map(part -> "part:" + part)
                .or(() -> first(elements, List.of(GTIN)).map(gtin -> "gtin:" + gtin));
    }

    static Optional<String> serial(List<Element> elements) {
        return first(elements, SERIAL);
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
