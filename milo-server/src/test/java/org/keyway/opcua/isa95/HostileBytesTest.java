package org.keyway.opcua.isa95;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostileBytesTest {
    private static final String PARAMETER_P = "00000000 01000000 70";

    private final Wire wire = new Wire();

    private void isRefused(Isa95DataType type, byte[] bytes, long status) {
        assertThatThrownBy(() -> wire.decoded(type, bytes))
                .isInstanceOfSatisfying(
                        UaSerializationException.class,
                        e -> assertThat(e.getStatusCode().getValue()).isEqualTo(status));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "a field that there isn't, 00040000 01000000 4a",
        "the sign bit of the mask, 00000080 01000000 4a",
        "bytes that end in the mask, 0000",
        "bytes that end in an id, 00000000 08000000 4a",
        "an id longer than any message, 00000000 ffffff7f",
        "an id of length -2, 00000000 feffffff",
        "an array of length -2, 01000000 01000000 4a feffffff",
        "an array that ends early, 01000000 01000000 4a ffffff7f 00 00",
    })
    void isNoJobOrder(String what, String bytes) {
        assertThatThrownBy(() -> wire.decoded(Isa95DataType.JOB_ORDER, bytes))
                .as(what)
                .isInstanceOf(UaSerializationException.class);
    }

    @Test
    void aFieldThatThereIsntIsADecodingError() {
        isRefused(Isa95DataType.JOB_ORDER, hex("00040000 01000000 4a"), StatusCodes.Bad_DecodingError);
    }

    @ParameterizedTest
    @CsvSource({
        "a type that there isn't, 1a",
        "diagnostics, 19 00",
        "a variant in a variant, 18 01 01",
        "dimensions without an array, 41 01",
        "an array of nothing, 80 01000000",
        "a ByteString of length -2, 0f feffffff",
        "two billion elements, 86 ffffff7f 01000000",
        "two billion dimensions, c6 01000000 01000000 ffffff7f 01000000",
        "dimensions whose product overflows, c6 01000000 01000000 04000000 00000100 00000100 00000100 00000100",
        "dimensions of no elements for one, c6 01000000 01000000 02000000 00000000 01000000",
        "a dimension of -1, c6 01000000 01000000 02000000 ffffffff ffffffff",
    })
    void isNoVariant(String what, String bytes) {
        assertThat(what).isNotBlank();
        isRefused(Isa95DataType.PARAMETER, hex(PARAMETER_P + bytes), StatusCodes.Bad_DecodingError);
    }

    /** Parameters with one subparameter each, around an innermost one. */
    private static byte[] nested(int levels) {
        ByteBuffer bytes = ByteBuffer.allocate(levels * 13 + 9).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < levels; i++) {
            bytes.putInt(4).putInt(0).put((byte) 0).putInt(1);
        }
        return bytes.putInt(0).putInt(0).put((byte) 0).array();
    }

    @Test
    void asDeepAsTheLimitIsUnderstoodAndDeeperIsRefused() {
        assertThat(wire.decoded(Isa95DataType.PARAMETER, nested(Wire.DEEPEST))).isInstanceOf(Isa95Parameter.class);
        isRefused(Isa95DataType.PARAMETER, nested(Wire.DEEPEST + 1), StatusCodes.Bad_EncodingLimitsExceeded);
    }

    @Test
    void thirtyThousandLevelsOverflowNoStack() {
        isRefused(Isa95DataType.PARAMETER, nested(30_000), StatusCodes.Bad_EncodingLimitsExceeded);
    }

    @Test
    void variantsInArraysOfVariantsAndInDataValuesAreCountedToo() {
        StringBuilder variants = new StringBuilder(PARAMETER_P);
        for (int i = 0; i < 1000; i++) {
            variants.append(i % 2 == 0 ? "98 01000000" : "17 01");
        }
        isRefused(Isa95DataType.PARAMETER, hex(variants + "00"), StatusCodes.Bad_EncodingLimitsExceeded);
    }
}
