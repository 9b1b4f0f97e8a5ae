package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Labels;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.ProductRegistry.RegisteredProduct;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;

final class RegistryResolverTest {
    private final ProductRegistry registry = key -> key.equals("gtin:06901234000016")
            ? Optional.of(
                    new RegisteredProduct("CB-150", "CYLINDER-BLOCK", Map.of("variant", "registered", "hardness", 95L)))
            : Optional.empty();
    private final RegistryResolver resolver = new RegistryResolver(registry);

    private static Reading reading(String data) {
        return Labels.standard().identified(data);
    }

    @Test
    void theRegistryWinsOverTheLabelAndSerialAndLotAreCarried() {
        Resolution resolution = resolver.resolve(reading("]d20106901234000016200310L7\u001D21A0042"));

        assertThat(resolution)
                .isEqualTo(new Resolution.Resolved(new ProductIdentity(
                        "CB-150",
                        "CYLINDER-BLOCK",
                        Optional.of("A0042"),
                        Optional.of("L7"),
                        Map.of("variant", "registered", "hardness", 95L))));
    }

    @Test
    void anUnknownProductIsNamedByItsKey() {
        assertThat(resolver.resolve(reading("XYZ"))).isEqualTo(new Resolution.Unknown("plain:XYZ", Optional.empty()));
    }

    @Test
    void whatLooksLikeGs1WithoutSymbologyIsDoubtedWhenNobodyKnowsIt() {
        Resolution resolution = resolver.resolve(reading("010690123400001721A0042"));

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolution.Unknown.class,
                        unknown -> assertThat(unknown.doubt()).map(Issue::code).contains("KW-ID-013"));
    }
}
