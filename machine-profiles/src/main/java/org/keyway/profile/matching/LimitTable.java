package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.profile.Limit;
import org.keyway.profile.Machine;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ValueLimits.Layer;
import org.keyway.profile.matching.CaseLimits.Declared;

/** Who limits parameters beside the profiles. Resolved once for each machine and product where somebody does. */
final class LimitTable {
    private static final int MOST_REMEMBERED = 50_000;
    private static final String NOBODY = "";

    private final Map<String, Declared> machines = new HashMap<>();
    private final Map<String, Declared> products = new HashMap<>();
    /** By family, what it and those it belongs to declare. */
    private final Map<String, List<Declared>> families = new HashMap<>();

    private final Map<Case, CaseLimits> resolved = new ConcurrentHashMap<>();

    private record Case(String profile, String machine, String product, String family) {}

    /**
     * The limits that are declared.
     *
     * @param familyLines by family, it and those it belongs to
     */
    LimitTable(
            Map<String, Machine> machines,
            Map<String, Product> products,
            Map<String, ProductFamily> families,
            Map<String, List<String>> familyLines) {
        machines.forEach((id, machine) -> declare(this.machines, Layer.MACHINE, id, machine.limits()));
        products.forEach((id, product) -> declare(this.products, Layer.PRODUCT, id, product.limits()));
        Map<String, Declared> single = new HashMap<>();
        families.forEach((id, family) -> declare(single, Layer.FAMILY, id, family.limits()));
        familyLines.forEach((family, line) -> {
            List<Declared> declared =
                    line.stream().filter(single::containsKey).map(single::get).toList();
            if (!declared.isEmpty()) {
                this.families.put(family, declared);
            }
        });
    }

    private static void declare(Map<String, Declared> into, Layer layer, String id, Map<String, Limit> limits) {
        if (!limits.isEmpty()) {
            into.put(id, new Declared(layer, id, limits));
        }
    }

    /** The limits of a case; the profile's own where nobody else declares any. */
    CaseLimits of(ProfilePlan plan, String machine, String product, String family) {
        Declared ofMachine = machines.get(machine);
        Declared ofProduct = products.get(product);
        List<Declared> ofFamily = families.getOrDefault(family, List.of());
        if (ofMachine == null && ofProduct == null && ofFamily.isEmpty()) {
            return plan.limits();
        }
        Case key = new Case(
                plan.profile().id(),
                ofMachine == null ? NOBODY : machine,
                ofProduct == null ? NOBODY : product,
                ofFamily.isEmpty() ? NOBODY : family);
        CaseLimits known = resolved.get(key);
        if (known != null) {
            return known;
        }
        List<Declared> declared = new ArrayList<>(ofFamily);
        if (ofProduct != null) {
            declared.add(0, ofProduct);
        }
        if (ofMachine != null) {
            declared.add(0, ofMachine);
        }
        CaseLimits limits = plan.limits().narrowedBy(declared);
        if (resolved.size() < MOST_REMEMBERED) {
            resolved.put(key, limits);
        }
        return limits;
    }
}
