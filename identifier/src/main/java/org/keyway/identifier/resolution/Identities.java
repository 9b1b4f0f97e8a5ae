package org.keyway.identifier.resolution;

import java.util.HashMap;
import java.util.Map;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductRegistry.RegisteredProduct;
import org.keyway.identifier.Provenance;
import org.keyway.identifier.Reading;

/** Puts an identity together: the registry's attributes win over a service's, a service's over the label's. */
final class Identities {
    private Identities() {}

    static ProductIdentity of(
            Reading reading, RegisteredProduct product, Map<String, Object> answered, Provenance provenance) {
        Map<String, Object> attributes = new HashMap<>(reading.attributes());
        attributes.putAll(answered);
        attributes.putAll(product.attributes());
        return new ProductIdentity(
                product.id(), product.family(), reading.serial(), reading.lot(), attributes, provenance);
    }
}
