package org.keyway.profile.store;

import java.util.Map;
import java.util.Optional;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.audit.ChangedField;
import org.keyway.profile.audit.Difference;
import org.keyway.profile.audit.DocumentFields;
import org.keyway.profile.workshopfile.JsonDocuments;
import tools.jackson.core.JacksonException;

/**
 * What entries of the audit changed.
 *
 * @param documents that were kept with them, by hash
 */
record KeptDifferences(WorkshopJson json, Map<String, String> documents) {
    Difference of(AuditEntry entry) {
        if (!entry.kept()) {
            return new Difference.NotKept();
        }
        if (!documents.keySet().containsAll(ThingDocuments.of(entry))) {
            return new Difference.Damaged();
        }
        try {
            return new Difference.Told(
                    ChangedField.between(fields(entry.kind(), entry.before()), fields(entry.kind(), entry.after())));
        } catch (JacksonException e) {
            return new Difference.Damaged();
        }
    }

    private DocumentFields fields(String kind, Optional<String> hash) {
        return hash.map(documents::get)
                .map(document -> DocumentFields.of(keys(kind, document)))
                .orElse(DocumentFields.NONE);
    }

    /** The document in the keys of workshop files. */
    private Map<String, Object> keys(String kind, String document) {
        return switch (kind) {
            case "ProductFamily" -> JsonDocuments.of(json.read(document, ProductFamily.class));
            case "Product" -> JsonDocuments.of(json.read(document, Product.class));
            case "MachineProfile" -> JsonDocuments.of(json.read(document, MachineProfile.class));
            case "Station" -> JsonDocuments.of(json.read(document, Station.class));
            case "Machine" -> JsonDocuments.of(json.read(document, Machine.class));
            default -> JsonDocuments.of(json.read(document, ParameterSet.class));
        };
    }
}
