package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.WorkshopStore;

@EachDatabase
final class WorkshopStoreTest {
    private static final int MANY = 2500;

    private final DatabaseConfiguration configuration;
    private final House house;

    WorkshopStoreTest(DatabaseKind kind) {
        configuration = kind.fresh();
        house = new House(configuration).loaded();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private WorkshopStore store() {
        return house.part(WorkshopStore.class);
    }

    @Test
    void whatIsReleasedIsInForceAlsoAfterARestart() {
        house.release(Floor.with(Floor.set(8000)));
        assertThat(Floor.speed(house))
                .hasValueSatisfying(speed -> assertThat(speed).isEqualByComparingTo("8000"));
        WorkshopContent content = store().content();
        house.close();

        try (House again = new House(configuration).loaded()) {
            assertThat(again.part(WorkshopStore.class).content()).isEqualTo(content);
            assertThat(Floor.speed(again))
                    .hasValueSatisfying(speed -> assertThat(speed).isEqualByComparingTo("8000"));
        }
    }

    @Test
    void whatTheFilesOfAStartLeaveUnchangedIsInForce() {
        String files = Floor.with(Floor.set(8000));
        house.release(files);
        house.close();

        try (House again = new House(configuration)) {
            again.release(files);
            assertThat(Floor.speed(again)).map(BigDecimal::intValue).contains(8000);
        }
    }

    @Test
    void aDraftIsTheNewestVersionAndNotInForceUntilItIsReleased() {
        house.release(Floor.with(Floor.set(8000)));
        house.importFile(Floor.set(9000), false);

        assertThat(store().released(List.of("B-1-OP10")))
                .singleElement()
                .satisfies(released -> assertThat(released.version()).isEqualTo(1));
        assertThat(store().newest(List.of("B-1-OP10", "nobody")))
                .singleElement()
                .isEqualTo(store().content().sets().get(0));
        assertThat(Floor.speed(house)).map(BigDecimal::intValue).contains(8000);

        // The draft came from a file and was never submitted, so the file that is released takes its place.
        house.release(Floor.set(9500));
        assertThat(store().released(List.of("B-1-OP10"))).singleElement().satisfies(released -> {
            assertThat(released.version()).isEqualTo(2);
            assertThat(List.of(released.set())).isEqualTo(store().newest(List.of("B-1-OP10")));
        });
        assertThat(Floor.speed(house)).map(BigDecimal::intValue).contains(9500);
    }

    @Test
    void moreSetsThanOnePortionComeAllAndOnce() {
        StringBuilder files = new StringBuilder(Floor.THINGS);
        for (int i = 0; i < MANY; i++) {
            files.append("---\n{kind: ParameterSet, id: S%d, scope: {product: B-1, serial: N%d}, values: {speed: %d}}\n"
                    .formatted(i, i, 100 + i));
        }
        house.release(files.toString());
        List<String> ids =
                IntStream.range(0, MANY).mapToObj(i -> "S" + i).sorted().toList();

        List<String> streamed = new ArrayList<>();
        store().each(released -> streamed.add(released.set().id()));
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(store().count()).isEqualTo(MANY);
        assertThat(store().released(ids))
                .extracting(ReleasedSet::version)
                .hasSize(MANY)
                .containsOnly(1);
        assertThat(store().newest(ids)).hasSize(MANY);
    }
}
