package org.keyway.opcua.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanResultTest {
    /** The numbers that PLC programs know; 9 is a Bad status of the call. */
    @ParameterizedTest
    @CsvSource({
        "KW-ID-001, 2", "KW-TRY-001, 2", "KW-JOB-001, 3", "KW-TRY-002, 3", "KW-MATCH-001, 4", "KW-MATCH-004, 4",
        "KW-ORDER-002, 4", "KW-MATCH-003, 5", "KW-JOB-006, 5", "KW-JOB-007, 5", "KW-MATCH-006, 6", "KW-JOB-002, 7",
        "KW-JOB-004, 7", "KW-MATCH-002, 10", "KW-JOB-003, 10", "KW-ORDER-001, 10", "KW-JOB-005, 11", "KW-SYS-001, 12"
    })
    void aRefusalHasItsNumber(String code, int number) {
        assertThat(ScanResult.of(code).number()).isEqualTo(number);
    }

    @Test
    void noTwoResultsShareANumber() {
        assertThat(Arrays.stream(ScanResult.values()).map(ScanResult::number)).doesNotHaveDuplicates();
    }
}
