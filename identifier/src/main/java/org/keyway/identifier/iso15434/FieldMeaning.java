package org.keyway.identifier.iso15434;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.handle.HandleScheme;
import org.keyway.identifier.milstd130.UniqueItemIdentifier;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/**
 * What the fields of a label say about the part. A part number counts first, then what names the single item: vehicle,
 * industrial internet code, unique item identifier.
 */
final class FieldMeaning {
    private static final String VEHICLE = "I";

    private final HandleScheme handles;
    private final boolean alias;

    @Inject
    FieldMeaning(HandleScheme handles, IdentifierConfiguration configuration) {
        this.handles = handles;
        this.alias = configuration.rules().handleAlias();
    }

    /** The registry key, serial number, lot and attributes that fields state, and what is to be said about it. */
    record Meaning(
            Optional<String> product,
            Optional<String> serial,
            Optional<String> lot,
            Map<String, String> attributes,
            List<Issue> issues) {}

    Meaning of(List<Element> elements) {
        Optional<UniqueItemIdentifier> item = UniqueItemIdentifier.of(elements);
        Map<String, String> attributes = new HashMap<>();
        item.ifPresent(identifier -> attributes.put("uii", identifier.text()));
        Optional<String> product = PartFields.product(elements);
        Optional<IndustrialCode> code = value(elements, IndustrialCode.ID).flatMap(IndustrialCode::of);
        if (product.isEmpty() && code.isPresent()) {
            return industrial(code.get(), attributes);
        }
        return new Meaning(
                product.or(() -> value(elements, VEHICLE).map(number -> "vin:" + number))
                        .or(() -> item.map(identifier -> "uii:" + identifier.text())),
                PartFields.serial(elements).or(() -> value(elements, VEHICLE)),
                PartFields.lot(elements),
                attributes,
                List.of());
    }

    private Meaning industrial(IndustrialCode code, Map<String, String> attributes) {
        Optional<Claim> handle = alias ? handles.read(LabelText.of(code.handle())) : Optional.empty();
        if (handle.isEmpty()) {
            return new Meaning(
                    Optional.of(code.key()), Optional.of(code.serial()), Optional.empty(), attributes, List.of());
        }
        attributes.putAll(handle.get().attributes());
        List<Issue> issues = handle.get().product().isPresent()
                ? List.of(IssueCode.HANDLE_BY_ALIAS.issue(Map.of("handle", code.handle())))
                : handle.get().issues();
        return new Meaning(
                handle.get().product(), handle.get().serial(), handle.get().lot(), attributes, issues);
    }

    private static Optional<String> value(List<Element> elements, String id) {
        return elements.stream()
                .filter(element -> element.id().equals(id))
                .map(Element::value)
                .findFirst();
    }
}
