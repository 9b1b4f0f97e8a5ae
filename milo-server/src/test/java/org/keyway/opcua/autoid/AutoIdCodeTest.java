package org.keyway.opcua.autoid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.job.Problem;

class AutoIdCodeTest {
    private static final Map<String, Object> FACTS = Map.of(
            "endpoint",
            "opc.tcp://r",
            "status",
            "Bad_Timeout",
            "node",
            "nsu=urn:r;i=1",
            "detail",
            "a structure that ends early",
            "kind",
            7,
            "length",
            70_000,
            "limit",
            10,
            "count",
            33);

    @ParameterizedTest
    @EnumSource(AutoIdCode.class)
    void everyCodeSaysInBothLanguagesWhichReaderItIsAndWhatToDo(AutoIdCode code) {
        Problem problem = code.problem("ST-10", "OR-1", FACTS);

        assertThat(problem.code()).matches("KW-AUTOID-0\\d\\d");
        assertThat(problem.message().en()).contains("OR-1", "ST-10").doesNotContain("?", "{");
        assertThat(problem.message().zh()).contains("OR-1", "ST-10", "请").doesNotContain("?", "{");
    }
}
