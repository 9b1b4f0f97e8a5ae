package org.keyway.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A label as one scheme reads it.
 *
 * @param data the scan's data, unchanged
 * @param symbology the AIM symbology identifier, where one was sent
 * @param scheme the scheme's name, such as {@code gs1-element-string} or {@code pattern:traveller}
 * @param conformant the strict verdict of the scheme's own standard
 * @param elements in the order of the data
 * @param product the registry key of the product that the label names ({@code gtin:…}, {@code handle:…}, {@code part:…},
 *     {@code plain:…}); empty when it names none, or when a check digit, a character or a length is wrong
 * @param attributes further facts that the label states about this part, by attribute name (a variant, a bore class)
 * @param issues everything wrong with the label, errors first
 */
public record Reading(
        String data,
        Optional<String> symbology,
        String scheme,
        boolean conformant,
        List<Element> elements,
        Optional<String> product,
        Optional<String> serial,
        Optional<String> lot,
        Map<String, String> attributes,
        List<Issue> issues) {
    public Reading {
        elements = List.copyOf(elements);
        attributes = Map.copyOf(attributes);
        issues = List.copyOf(issues);
    }

    /** The same with further issues at the end. */
    public Reading with(List<Issue> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(more);
        return new Reading(data, symbology, scheme, conformant, elements, product, serial, lot, attributes, all);
    }
}
