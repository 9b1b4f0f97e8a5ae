package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Labels;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.Trust;

final class RegistryResolverTest {
    private final TestClock clock = new TestClock();
    private final ProductRegistry registry = new ProductRegistry() {
        private final RegisteredProduct block =
                new RegisteredProduct("CB-150", "CYLINDER-BLOCK", Map.of("variant", "registered", "hardness", 95L));
        private final RegisteredProduct successor = new RegisteredProduct("CB-151", "CYLINDER-BLOCK", Map.of());

        @Override
        public Optional<RegisteredProduct> find(String key) {
            return key.equals("gtin:06901234000016") ? Optional.of(block) : Optional.empty();
        }

        @Override
        public List<Alias> aliases(String key) {
            Instant change = Instant.parse("2026-11-26T00:00:00Z");
            return switch (key) {
                case "plain:OLD" ->
                    List.of(
                            new Alias(block, Optional.empty(), Optional.of(change)),
                            new Alias(successor, Optional.of(change), Optional.of(change.plusSeconds(86_400))));
                case "gtin:06901234000016;serial=A0043" ->
                    List.of(new Alias(successor, Optional.empty(), Optional.empty()));
                default -> List.of();
            };
        }
    };
    private final RegistryResolver resolver = new RegistryResolver(registry, clock);

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

    @Test
    void aFormerMarkStandsForTheProductOfItsTimeAndTheOperatorIsTold() {
        assertThat(resolver.resolve(reading("OLD"))).isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> {
            assertThat(resolved.identity().product()).isEqualTo("CB-150");
            assertThat(resolved.identity().trust()).isEqualTo(Trust.LOCAL_APPROVED);
            assertThat(resolved.warnings()).extracting(Issue::code).containsExactly("KW-ID-170");
        });
        clock.move(Duration.ofDays(1));
        assertThat(resolver.resolve(reading("OLD")))
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class,
                        resolved -> assertThat(resolved.identity().product()).isEqualTo("CB-151"));
    }

    @Test
    void aFormerMarkThatHasRunOutIsRefusedWithItsTimes() {
        clock.move(Duration.ofDays(2));

        assertThat(resolver.resolve(reading("OLD")))
                .isInstanceOfSatisfying(
                        Resolution.Unknown.class,
                        unknown -> assertThat(unknown.doubt()).hasValueSatisfying(issue -> {
                            assertThat(issue.code()).isEqualTo("KW-ID-171");
                            assertThat(issue.message().zh()).contains("2026-11-26T00:00:00Z");
                        }));
    }

    @Test
    void aSinglePartThatWasRelabelledIsNotTakenForTheProductOfItsOldLabel() {
        assertThat(resolver.resolve(reading("]d2010690123400001621A0043")))
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class,
                        resolved -> assertThat(resolved.identity().product()).isEqualTo("CB-151"));
    }
}
