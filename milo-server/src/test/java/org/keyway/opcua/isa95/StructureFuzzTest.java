package org.keyway.opcua.isa95;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;

/**
 * Bytes that claim to be a structure. Runs over its seeds in every build; with {@code JAZZER_FUZZ=1} in the environment it
 * searches for further ones.
 */
final class StructureFuzzTest {
    private final Wire wire = new Wire();

    /** The first byte chooses the type. */
    @FuzzTest(maxDuration = "2m")
    void bytesAreAStructureThatWritesTheSameAgainOrRefused(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Isa95DataType[] types = Isa95DataType.values();
        Isa95DataType type = types[(input[0] & 0xFF) % types.length];
        decoded(type, Arrays.copyOfRange(input, 1, input.length)).ifPresent(structure -> {
            String written = wire.bytes(structure);
            assertThat(wire.bytes(wire.decoded(type, written))).isEqualTo(written);
        });
    }

    private Optional<Isa95Structure> decoded(Isa95DataType type, byte[] bytes) {
        try {
            return Optional.of(wire.decoded(type, bytes));
        } catch (UaSerializationException e) {
            assertThat(e.getStatusCode().getValue())
                    .isIn(StatusCodes.Bad_DecodingError, StatusCodes.Bad_EncodingLimitsExceeded);
            return Optional.empty();
        }
    }
}
