package org.keyway.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.profile.Name;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;

/** Documents as they were written before aliases and trust. */
final class WorkshopJsonTest {
    private final WorkshopJson json = new WorkshopJson();

    @Test
    void aProductWithoutAliasesWasNeverRelabelled() {
        Product read = json.read("""
                {"id":"P","family":"F","name":{"en":"P","zh":"P"},"identifiers":["gtin:1"],"attributes":{}}""", Product.class);

        assertThat(read).isEqualTo(new Product("P", "F", new Name("P", "P"), List.of("gtin:1"), Map.of()));
    }

    @Test
    void aScopeWithoutTrustDemandsNone() {
        ParameterSet read = json.read("""
                {"id":"S","scope":{"family":"F","product":null,"lot":null,"serial":null,"machineClass":null,"machine":null,
                 "operation":null,"attributes":[]},"values":{},"from":null,"until":null,"note":null}""", ParameterSet.class);

        assertThat(read.scope().trust()).isEmpty();
        assertThat(read.scope().family()).contains("F");
    }
}
