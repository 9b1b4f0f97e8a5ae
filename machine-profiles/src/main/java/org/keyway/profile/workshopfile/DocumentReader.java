package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.Machine;
import org.keyway.profile.Product;
import org.keyway.profile.ProductAlias;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;

/** Reads each kind of document into the draft. */
final class DocumentReader {
    private final Draft draft;

    DocumentReader(Draft draft) {
        this.draft = draft;
    }

    void read(Fields fields) {
        String kind = fields.text("kind");
        String id = fields.id("id");
        switch (kind) {
            case "ProductFamily" -> readFamily(id, fields);
            case "Product" -> readProduct(id, fields);
            case "Station" -> readStation(id, fields);
            case "Machine" -> readMachine(id, fields);
            case "MachineProfile" -> draft.profiles.put(id, MachineProfileReader.read(id, fields), fields);
            case "ParameterSet" -> draft.sets.put(id, ParameterSetReader.read(id, fields), fields);
            default -> {
                fields.problem(fields.line("kind"), ImportCode.UNKNOWN_KIND, Map.of("kind", kind));
                return;
            }
        }
        fields.finish();
    }

    private void readFamily(String id, Fields fields) {
        draft.families.put(
                id,
                new ProductFamily(
                        id, fields.name("name", id), fields.optionalText("parent"), LimitFields.read(fields, "limits")),
                fields);
    }

    private void readProduct(String id, Fields fields) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        fields.entries("attributes").forEach((name, node) -> {
            if (node instanceof Node.Scalar scalar) {
                attributes.put(name, scalar.value());
            } else {
                fields.problem(node.line(), ImportCode.WRONG_TYPE, Map.of("key", name, "wanted", "text, number"));
            }
        });
        draft.products.put(
                id,
                new Product(
                        id,
                        fields.text("family"),
                        fields.name("name", id),
                        fields.texts("identifiers"),
                        attributes,
                        aliases(fields),
                        variants(fields),
                        LimitFields.read(fields, "limits")),
                fields);
    }

    private static List<ProductAlias> aliases(Fields fields) {
        List<ProductAlias> aliases = new ArrayList<>();
        for (Fields alias : fields.mappings("aliases")) {
            aliases.add(new ProductAlias(alias.text("key"), alias.instant("from"), alias.instant("until")));
            alias.finish();
        }
        return aliases;
    }

    private static Map<String, List<AttributeCondition>> variants(Fields fields) {
        Map<String, List<AttributeCondition>> variants = new LinkedHashMap<>();
        fields.mapping("variants").ifPresent(names -> {
            for (String name : names.keys()) {
                variants.put(name, ParameterSetReader.conditions(names, name));
            }
        });
        return variants;
    }

    private void readStation(String id, Fields fields) {
        draft.stations.put(
                id,
                new Station(
                        id,
                        fields.name("name", id),
                        fields.duration("repeatWindow", Station.DEFAULT_REPEAT_WINDOW),
                        fields.flag("rework", false),
                        ScanSequenceReader.read(fields),
                        fields.flag("ordersOnly", false) ? Station.Orders.REQUIRED : Station.Orders.OPTIONAL,
                        CodeReaderFields.read(fields)),
                fields);
    }

    private void readMachine(String id, Fields fields) {
        draft.machines.put(
                id,
                new Machine(
                        id,
                        fields.name("name", id),
                        fields.text("class"),
                        fields.text("station"),
                        fields.text("operation"),
                        fields.text("profile"),
                        EndpointFields.optional(fields),
                        LimitFields.read(fields, "limits")),
                fields);
    }
}
