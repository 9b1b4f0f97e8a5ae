package org.keyway.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Provenance;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Trust;
import org.keyway.job.JobEvent;
import org.keyway.job.JobParameter;
import org.keyway.job.ValueDerivation;
import org.keyway.profile.LocalText;
import org.keyway.profile.MatchedValue.AddedOffset;
import org.keyway.profile.SetVersion;

final class JobEventJsonTest {
    private static final Reading READING = new Reading(
            "X1",
            Optional.empty(),
            "plain",
            true,
            List.of(),
            Optional.of("plain:X1"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of());

    private final JobEventJson json = new JobEventJson();

    private static JobEvent identified(Provenance provenance) {
        return new JobEvent.Identified(
                READING,
                Optional.of(new ProductIdentity(
                        "CB-150", "BLOCK", Optional.empty(), Optional.empty(), Map.of(), provenance)));
    }

    @Test
    void whereAnIdentityIsKnownFromGoesOnRecord() {
        JobEvent event = identified(Provenance.of(Trust.CACHED_STALE, "erp", Instant.parse("2026-11-25T08:00:00Z")));

        assertThat(json.read(json.kind(event), json.body(event))).isEqualTo(event);
    }

    @Test
    void anIdentityOfAnOlderJournalIsKnownFromTheRegistry() {
        JobEvent event = identified(Provenance.LOCAL);
        String older = json.body(event).replaceAll(",\"provenance\":\\{[^}]*}", "");

        assertThat(older).doesNotContain("provenance");
        assertThat(json.read(json.kind(event), older)).isEqualTo(event);
    }

    @Test
    void arraysAndTextsWithALocaleComeBackFromTheRecord() {
        List<JobParameter> parameters = List.of(
                parameter(List.of(new BigDecimal("18446744073709551615"), new BigDecimal("-1.25"))),
                parameter(new LocalText(Optional.of("zh"), "刀具")),
                parameter(List.of(new LocalText(Optional.empty(), "a"))));
        JobEvent event = new JobEvent.Matched("HMC-01", "OP20", parameters, List.of());

        assertThat(json.read(json.kind(event), json.body(event))).isEqualTo(event);
    }

    private static JobParameter parameter(Object value) {
        return new JobParameter(
                "p",
                value,
                Optional.empty(),
                new SetVersion("S", 1),
                "nsu=urn:cnc;s=P",
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static JobEvent.Matched matched() {
        ValueDerivation derivation = new ValueDerivation(
                "speed",
                Optional.of("teeth * 10.0"),
                Map.of("teeth", new BigDecimal(4)),
                List.of(new AddedOffset("wear", new SetVersion("WEAR", 2), new BigDecimal("0.5"))),
                List.of(new ValueDerivation.Loser("BASE", 1, "less-specific-product")));
        return new JobEvent.Matched("HMC-01", "OP20", List.of(), List.of(derivation));
    }

    @Test
    void howAValueWasDerivedGoesOnRecord() {
        JobEvent event = matched();

        assertThat(json.read(json.kind(event), json.body(event))).isEqualTo(event);
    }

    @Test
    void aMatchOfAnOlderJournalHasNoDerivation() {
        JobEvent older = json.read("Matched", "{\"machine\":\"HMC-01\",\"operation\":\"OP20\",\"parameters\":[]}");

        assertThat(older).isEqualTo(new JobEvent.Matched("HMC-01", "OP20", List.of(), List.of()));
    }
}
