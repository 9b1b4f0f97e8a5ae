package org.keyway.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProductIdentityTest {
    private final ProductIdentity part = new ProductIdentity(
            "CB-150",
            "CYLINDER-BLOCK",
            Optional.of("A0042"),
            Optional.of("L7"),
            Map.of("variant", "a", "tool", "T-1"),
            Provenance.of(Trust.CACHED_STALE, "registry", Instant.parse("2026-11-24T08:00:00Z")));

    @Test
    void furtherAttributesMakeAPartNoMoreTrusted() {
        ProductIdentity more = part.withAttributes(Map.of("tool", "T-2"));

        assertThat(more.trust()).isEqualTo(Trust.CACHED_STALE);
        assertThat(more.provenance()).isEqualTo(part.provenance());
        assertThat(more.isSamePart(part)).isTrue();
        assertThat(more.lot()).isEqualTo(part.lot());
    }

    @Test
    void furtherAttributesWinOverTheFormerAndTheOthersStay() {
        assertThat(part.withAttributes(Map.of("tool", "T-2")).attributes())
                .isEqualTo(Map.of("variant", "a", "tool", "T-2"));
    }
}
