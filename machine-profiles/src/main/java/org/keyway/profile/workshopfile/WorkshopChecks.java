package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.profile.Endpoint;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.Product;
import org.keyway.profile.ProductAlias;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ResultNode;
import org.keyway.profile.ScanRole;
import org.keyway.profile.Station;
import org.keyway.profile.units.Units;
import org.keyway.profile.workshopfile.Draft.Read;
import org.keyway.profile.workshopfile.Draft.Shelf;

/** Checks what can only be judged when everything is read: references, families, identifiers, units. */
final class WorkshopChecks {
    private final Draft draft;
    private final StoredWorkshop stored;
    private final Units units = Units.table();

    WorkshopChecks(Draft draft, StoredWorkshop stored) {
        this.draft = draft;
        this.stored = stored;
    }

    void run() {
        draft.families.read().forEach(this::checkFamily);
        checkProducts();
        checkAliases();
        draft.stations.read().forEach(this::checkStation);
        draft.machines.read().forEach(this::checkMachine);
        draft.profiles.read().forEach(this::checkProfile);
        draft.products.read().forEach(ScopeChecks::checkVariants);
        new UseChecks(draft, stored).run();
        new NodeChecks(draft).run();
        new CodeReaderChecks(draft).run();
        LimitChecks limits = new LimitChecks(draft);
        limits.run();
        new ParameterSetChecks(draft, stored, limits).run();
    }

    static void reference(Findings found, String key, String kind, String id, Shelf<?> shelf) {
        if (!id.isEmpty() && shelf.find(id).isEmpty()) {
            found.add(key, ImportCode.UNKNOWN_REFERENCE, Map.of("kind", kind, "id", id));
        }
    }

    private void checkFamily(Read<ProductFamily> read) {
        read.value()
                .parent()
                .ifPresent(parent -> reference(read.fields(), "parent", "ProductFamily", parent, draft.families));
        Set<String> seen = new HashSet<>();
        Optional<ProductFamily> family = Optional.of(read.value());
        while (family.isPresent()) {
            if (!seen.add(family.get().id())) {
                read.fields()
                        .problem(
                                read.fields().line("parent"),
                                ImportCode.FAMILY_CYCLE,
                                Map.of("id", read.value().id()));
                return;
            }
            family = family.get().parent().flatMap(draft.families::find);
        }
    }

    private void checkProducts() {
        Map<String, String> owners = new HashMap<>();
        Set<String> readIds = new HashSet<>();
        draft.products.read().forEach(read -> readIds.add(read.value().id()));
        draft.products
                .all()
                .filter(product -> !readIds.contains(product.id()))
                .forEach(product -> product.identifiers().forEach(key -> owners.put(key, product.id())));
        for (Read<Product> read : draft.products.read()) {
            reference(read.fields(), "family", "ProductFamily", read.value().family(), draft.families);
            for (String key : read.value().identifiers()) {
                String other = owners.putIfAbsent(key, read.value().id());
                if (other != null) {
                    Map<String, String> facts = Map.of("id", key, "other", other);
                    read.fields().problem(read.fields().line("identifiers"), ImportCode.DUPLICATE_IDENTIFIER, facts);
                }
            }
        }
    }

    /** A key means one product at a time: an identifier is none's alias, and aliases of two products don't meet. */
    private void checkAliases() {
        Map<String, String> identified = new HashMap<>();
        Map<String, List<Claimed>> claimed = new HashMap<>();
        draft.products.all().forEach(product -> {
            product.identifiers().forEach(key -> identified.put(key, product.id()));
            product.aliases()
                    .forEach(alias -> claimed.computeIfAbsent(alias.key(), key -> new ArrayList<>())
                            .add(new Claimed(product.id(), alias)));
        });
        for (Read<Product> read : draft.products.read()) {
            String id = read.value().id();
            for (ProductAlias alias : read.value().aliases()) {
                Optional<String> other = Optional.ofNullable(identified.get(alias.key()))
                        .or(() -> claimed.getOrDefault(alias.key(), List.of()).stream()
                                .filter(claim -> !claim.product().equals(id)
                                        && claim.alias().overlaps(alias))
                                .map(Claimed::product)
                                .findFirst());
                other.ifPresent(owner -> read.fields()
                        .problem(
                                read.fields().line("aliases"),
                                ImportCode.DUPLICATE_IDENTIFIER,
                                Map.of("id", alias.key(), "other", owner)));
            }
        }
    }

    private record Claimed(String product, ProductAlias alias) {}

    private void checkStation(Read<Station> read) {
        read.value().sequence().ifPresent(sequence -> {
            List<Fields> identifiers = read.fields().mappings("identifiers");
            for (int i = 0; i < identifiers.size(); i++) {
                checkRole(sequence.roles().get(i), identifiers.get(i));
            }
        });
    }

    private void checkRole(ScanRole role, Fields identifier) {
        identifier.mapping("accept").ifPresent(accept -> {
            role.accept().families().forEach(id -> reference(accept, "families", "ProductFamily", id, draft.families));
            role.accept().products().forEach(id -> reference(accept, "products", "Product", id, draft.products));
        });
        for (String attribute : role.attributes()) {
            // What was scanned and what the registry says of the part must not be mistaken for each other.
            draft.products
                    .all()
                    .filter(product -> product.attributes().containsKey(attribute))
                    .findFirst()
                    .ifPresent(product -> identifier.problem(
                            identifier.line("attribute"), ImportCode.DUPLICATE_ID, Map.of("id", attribute)));
        }
    }

    private void checkMachine(Read<Machine> read) {
        Machine machine = read.value();
        reference(read.fields(), "station", "Station", machine.station(), draft.stations);
        reference(read.fields(), "profile", "MachineProfile", machine.profile(), draft.profiles);
        boolean comesToUs = draft.profiles
                .find(machine.profile())
                .flatMap(MachineProfile::handover)
                .isPresent();
        if (machine.endpoint().equals(Endpoint.NONE) && !comesToUs) {
            EndpointFields.missing(read.fields());
        }
    }

    private void checkProfile(Read<MachineProfile> read) {
        Fields fields = read.fields();
        HandoverFields.check(read.value(), fields);
        for (Parameter parameter : read.value().parameters()) {
            parameter.unit().ifPresent(unit -> checkUnit(unit, fields));
            parameter.nodeUnit().ifPresent(unit -> {
                String from = parameter.unit().orElse("");
                checkUnit(unit, fields);
                checkConvertible(from, unit, parameter.name(), fields);
            });
        }
        read.value().results().forEach(result -> checkResult(read.value(), result, fields));
    }

    private void checkResult(MachineProfile profile, ResultNode result, Fields fields) {
        checkUnit(result.unit(), fields);
        result.nominal().ifPresent(name -> {
            Optional<Parameter> nominal = profile.parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst();
            if (nominal.isEmpty()) {
                fields.problem(
                        fields.line("results"), ImportCode.UNKNOWN_REFERENCE, Map.of("kind", "parameter", "id", name));
            }
            nominal.flatMap(Parameter::unit).ifPresent(unit -> checkConvertible(unit, result.unit(), name, fields));
        });
    }

    private void checkUnit(String unit, Fields fields) {
        if (units.find(unit).isEmpty()) {
            fields.problem(fields.line(), ImportCode.UNKNOWN_UNIT, Map.of("unit", unit));
        }
    }

    private void checkConvertible(String from, String to, String parameter, Fields fields) {
        boolean known = units.find(from).isPresent() && units.find(to).isPresent();
        if (known && !units.convertible(from, to)) {
            fields.problem(
                    fields.line(),
                    ImportCode.NO_CONVERSION,
                    Map.of("unit", from, "target", to, "parameter", parameter));
        }
    }
}
