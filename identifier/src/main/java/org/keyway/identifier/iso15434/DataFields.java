package org.keyway.identifier.iso15434;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.vin.CheckDigitPolicy;
import org.keyway.identifier.vin.VehicleNumber;

/** Fields that begin with a data identifier, parted by GS (ISO/IEC 15434 format 06). */
public final class DataFields {
    private static final String GTIN = "8P";
    private static final String VEHICLE = "I";

    private final DataIdentifiers identifiers;
    private final ApplicationIdentifiers elements;
    private final CheckDigitPolicy vehicles;

    @Inject
    public DataFields(
            DataIdentifiers identifiers, ApplicationIdentifiers elements, IdentifierConfiguration configuration) {
        this.identifiers = identifiers;
        this.elements = elements;
        this.vehicles = configuration.rules().vinCheckDigit();
    }

    /** Reads the fields of one envelope and adds what is wrong with them. */
    void read(String fields, List<Element> found, List<Issue> issues) {
        int at = 0;
        boolean empty = false;
        while (at <= fields.length()) {
            if (found.size() == LabelText.MOST_ELEMENTS) {
                issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
                break;
            }
            int separator = fields.indexOf(LabelText.GS, at);
            int end = separator < 0 ? fields.length() : separator;
            String field = fields.substring(at, end);
            Optional<String> id = DataIdentifiers.leading(field);
            if (field.isEmpty()
                    || id.filter(leading -> leading.length() == field.length()).isPresent()) {
                empty = true;
            } else if (id.isEmpty()) {
                issues.add(IssueCode.UNKNOWN_ELEMENT.issue(field.substring(0, Math.min(field.length(), 4)), Map.of()));
                break;
            } else {
                field(id.get(), field.substring(id.get().length()), found, issues);
            }
            at = end + 1;
        }
        if (empty) {
            issues.add(IssueCode.EMPTY_FIELD.issue());
        }
    }

    private void field(String id, String value, List<Element> found, List<Issue> issues) {
        Optional<String> title = identifiers.title(id);
        if (title.isEmpty()) {
            issues.add(IssueCode.UNKNOWN_DATA_IDENTIFIER.issue(id, Map.of()));
        }
        stranger(value)
                .ifPresent(position -> issues.add(IssueCode.BAD_CHARACTER.issue(
                        id, Map.of("position", position + 1, "character", value.charAt(position)))));
        if (found.stream().anyMatch(e -> e.id().equals(id) && !e.value().equals(value)) && names(id)) {
            issues.add(IssueCode.REPEATED.issue(id, Map.of()));
        }
        flaw(id, value).ifPresent(issues::add);
        found.add(new Element(id, title.orElse(""), value));
    }

    /** Values with a standard of their own are judged by it. */
    private Optional<Issue> flaw(String id, String value) {
        return switch (id) {
            case GTIN -> elements.find("01").flatMap(gtin -> gtin.check(value));
            case VEHICLE -> VehicleNumber.flaw(id, value, vehicles);
            case IndustrialCode.ID ->
                IndustrialCode.of(value).isPresent()
                        ? Optional.empty()
                        : Optional.of(IssueCode.INDUSTRIAL_CODE_MALFORMED.issue(id, Map.of()));
            default -> Optional.empty();
        };
    }

    /** Quantities and free texts may repeat; what names the part may not. */
    private static boolean names(String id) {
        return PartFields.ROLES.contains(id);
    }

    private static Optional<Integer> stranger(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
