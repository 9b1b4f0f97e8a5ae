package org.keyway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aPercentileIsTheSmallestDurationThatSoManyDoNotExceed() {
        Latencies took = new Latencies(
                LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray());

        assertThat(took.percentile(0.5)).isEqualTo(100);
        assertThat(took.percentile(0.95)).isEqualTo(190);
        assertThat(took.percentile(0.99)).isEqualTo(198);
        assertThat(took.percentile(1)).isEqualTo(200);
    }
}
