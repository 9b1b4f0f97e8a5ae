package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.handover.HandoverStore;
import org.keyway.opcua.handover.store.JdbiHandoverStore;
import org.keyway.profile.store.DatabaseConfiguration;

/** Two servers on one PostgreSQL, of which only one at a time hands over to a machine. */
final class HandoverLeaseTest {
    private final DatabaseConfiguration configuration =
            PostgreSqlServer.running().freshDatabase();
    private final House house = new House(configuration);
    private final House otherHouse = new House(configuration);
    private final HandoverStore one = new JdbiHandoverStore(house.database());
    private final HandoverStore other = new JdbiHandoverStore(otherHouse.database());

    @AfterEach
    void bothStop() {
        house.close();
        otherHouse.close();
    }

    private void letTheLeaseRunOut() {
        house.database()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE handover SET held_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"));
    }

    @Test
    void aMachineIsTheFirstServersAsLongAsItsLeaseRuns() {
        one.begin("NR-01");
        assertThat(other.begin("NR-01")).isEmpty();
        assertThat(other.begin("NR-02")).isPresent();
        assertThat(one.renew()).containsExactly("NR-01");
        assertThat(other.renew()).containsExactly("NR-02");
        assertThat(one.begin("NR-01")).isPresent();
    }

    @Test
    void aLeaseThatRanOutIsTakenOverWithWhatWasKeptAndAGreaterEpoch() {
        long epoch = one.begin("NR-01").orElseThrow().epoch();
        one.save("NR-01", epoch, 7, "kept");
        letTheLeaseRunOut();

        HandoverStore.Kept taken = other.begin("NR-01").orElseThrow();

        assertThat(taken.document()).contains("kept");
        assertThat(taken.epoch()).isGreaterThan(epoch);
        assertThat(one.renew()).isEmpty();
        assertThat(one.begin("NR-01")).isEmpty();
    }

    @Test
    void aLeaseThatRanOutAndThatNobodyTookIsRenewed() {
        one.begin("NR-01");
        letTheLeaseRunOut();
        assertThat(one.renew()).containsExactly("NR-01");
        assertThat(other.begin("NR-01")).isEmpty();
    }

    @Test
    void whatIsGivenFreeIsAnothersAtOnceAndGivingItFreeLateTakesNothingAway() {
        long epoch = one.begin("NR-01").orElseThrow().epoch();
        one.end("NR-01", epoch);
        assertThat(other.begin("NR-01")).isPresent();
        one.end("NR-01", epoch);
        assertThat(one.begin("NR-01")).isEmpty();
    }
}
