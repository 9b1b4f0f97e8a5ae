package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.handover.HandoverStore;
import org.keyway.opcua.handover.HandoverStore.Kept;
import org.keyway.opcua.handover.store.JdbiHandoverStore;

/** Where hand-overs stand, on both databases. */
@EachDatabase
final class HandoverStoreTest {
    private final House house;
    private final HandoverStore store;

    HandoverStoreTest(DatabaseKind kind) {
        house = new House(kind.fresh());
        store = new JdbiHandoverStore(house.database());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aMachineNeverServedBeforeBeginsWithTheFirstEpochAndNothing() {
        Kept kept = store.begin("NR-01").orElseThrow();
        assertThat(kept.epoch()).isBetween(1L, 0xFFFF_FFFFL);
        assertThat(kept.document()).isEmpty();
    }

    @Test
    void whatWasSavedIsThereForTheNextAndTheEpochGoesUp() {
        long epoch = store.begin("NR-01").orElseThrow().epoch();
        store.save("NR-01", epoch, 4_294_967_295L, "{\"a\": \"曲轴\"}");
        store.begin("NR-02");

        Kept kept = store.begin("NR-01").orElseThrow();
        assertThat(kept.epoch()).isGreaterThan(epoch);
        assertThat(kept.document()).contains("{\"a\": \"曲轴\"}");
    }

    @Test
    void whoServedAMachineBeforeSomebodyElseCanSaveNothingMore() {
        long old = store.begin("NR-01").orElseThrow().epoch();
        long current = store.begin("NR-01").orElseThrow().epoch();
        store.save("NR-01", current, 2, "current");

        assertThatThrownBy(() -> store.save("NR-01", old, 9, "old")).isInstanceOf(IllegalStateException.class);

        assertThat(store.begin("NR-01").orElseThrow().document()).contains("current");
    }
}
