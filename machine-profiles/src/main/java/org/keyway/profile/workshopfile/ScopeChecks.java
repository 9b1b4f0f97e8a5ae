package org.keyway.profile.workshopfile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.Machine;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.workshopfile.Draft.Read;

/** Checks that a scope names things that there are, has a place in the order of precedence, and can cover a case at all. */
final class ScopeChecks {
    private final Draft draft;
    private final Precedence precedence;
    private final List<Machine> machines;

    ScopeChecks(Draft draft, Precedence precedence) {
        this.draft = draft;
        this.precedence = precedence;
        this.machines = draft.machines.all().toList();
    }

    void check(Read<ParameterSet> read) {
        Scope scope = read.value().scope();
        Fields fields = read.fields();
        scope.family().ifPresent(id -> reference(fields, ScopeKey.FAMILY, "ProductFamily", id, draft.families));
        scope.product().ifPresent(id -> reference(fields, ScopeKey.PRODUCT, "Product", id, draft.products));
        scope.machine().ifPresent(id -> reference(fields, ScopeKey.MACHINE, "Machine", id, draft.machines));
        scope.machineClass().ifPresent(id -> {
            if (machines.stream().noneMatch(machine -> machine.machineClass().equals(id))) {
                unknown(fields, ScopeKey.MACHINE_CLASS, "machine class", id);
            }
        });
        scope.variant().ifPresent(variant -> checkVariant(scope, variant, fields));
        if (precedence.place(scope).isEmpty()) {
            fields.problem(
                    fields.line("scope"),
                    ImportCode.NO_PRECEDENCE,
                    Map.of("keys", scope.names().keySet()));
        }
        checkEmptiness(read);
    }

    private static void reference(Fields fields, ScopeKey key, String kind, String id, Draft.Shelf<?> shelf) {
        if (!id.isEmpty() && shelf.find(id).isEmpty()) {
            unknown(fields, key, kind, id);
        }
    }

    private static void unknown(Fields fields, ScopeKey key, String kind, String id) {
        fields.problem(
                fields.lineUnder("scope", key.word()), ImportCode.UNKNOWN_REFERENCE, Map.of("kind", kind, "id", id));
    }

    private void checkVariant(Scope scope, String variant, Fields fields) {
        if (scope.product().isEmpty()) {
            fields.problem(fields.line("scope"), ImportCode.MISSING_KEY, Map.of("key", "scope.product"));
            return;
        }
        Optional<Product> product = draft.products.find(scope.product().get());
        if (product.isPresent() && !product.get().variants().containsKey(variant)) {
            unknown(fields, ScopeKey.VARIANT, "variant", variant);
        }
    }

    private void checkEmptiness(Read<ParameterSet> read) {
        ParameterSet set = read.value();
        Scope scope = set.scope();
        boolean ended = set.from().isPresent()
                && set.until()
                        .filter(until -> !set.from().get().isBefore(until))
                        .isPresent();
        boolean otherFamily = scope.family().isPresent()
                && scope.product()
                        .flatMap(draft.products::find)
                        .filter(product -> !isOfFamily(product, scope.family().get()))
                        .isPresent();
        boolean otherClass = scope.machineClass().isPresent()
                && scope.machine()
                        .flatMap(draft.machines::find)
                        .filter(machine -> !machine.machineClass()
                                .equals(scope.machineClass().get()))
                        .isPresent();
        boolean noValue = scope.attributes().stream().anyMatch(condition -> !condition.meets(condition));
        if (ended || otherFamily || otherClass || noValue) {
            String key = ended ? "effective" : "scope";
            read.fields().problem(read.fields().line(key), ImportCode.COVERS_NOTHING, Map.of("set", set.id()));
        }
    }

    private boolean isOfFamily(Product product, String family) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(product.family());
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(family)) {
                return true;
            }
            next = draft.families.find(next.get()).flatMap(ProductFamily::parent);
        }
        return false;
    }

    /** No part may be of two variants of its product. */
    static void checkVariants(Read<Product> read) {
        List<Map.Entry<String, List<AttributeCondition>>> variants =
                List.copyOf(read.value().variants().entrySet());
        for (int i = 0; i < variants.size(); i++) {
            for (int j = i + 1; j < variants.size(); j++) {
                if (AttributeCondition.canAllHold(
                        variants.get(i).getValue(), variants.get(j).getValue())) {
                    Map<String, String> facts = Map.of(
                            "first", variants.get(i).getKey(),
                            "second", variants.get(j).getKey());
                    read.fields().problem(read.fields().line("variants"), ImportCode.VARIANTS_OVERLAP, facts);
                }
            }
        }
    }
}
