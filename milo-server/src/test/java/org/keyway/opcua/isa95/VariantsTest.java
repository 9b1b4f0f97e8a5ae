package org.keyway.opcua.isa95;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.lang.reflect.Array;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VariantsTest {
    private final Wire wire = new Wire();

    private static Isa95Parameter parameter(Variant value) {
        return new Isa95Parameter("p", value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Stream<Object> ofEachType() {
        DateTime now = new DateTime(Instant.parse("2026-11-25T08:00:00.123Z"));
        return Stream.of(
                true,
                (byte) -1,
                ubyte(255),
                Short.MIN_VALUE,
                ushort(65_535),
                Integer.MIN_VALUE,
                uint(4_294_967_295L),
                Long.MIN_VALUE,
                ulong(-1L),
                Float.MIN_VALUE,
                Double.NaN,
                "齿轮 ⚙",
                now,
                UUID.fromString("72962b91-fa75-4ae6-8d28-b404dc7daf63"),
                ByteString.of(new byte[] {0, -1}),
                XmlElement.of("<a/>"),
                new NodeId(8, "CNC01/Handover"),
                ExpandedNodeId.of("urn:x", "y"),
                new StatusCode(0x80010000L),
                new QualifiedName(5, "Store"),
                new LocalizedText("zh", "轮"),
                ExtensionObject.of(ByteString.of(new byte[] {1, 2, 3}), new NodeId(3, 5001)),
                new DataValue(Variant.ofInt32(3), StatusCode.BAD, now, ushort(7), now, ushort(9)));
    }

    @ParameterizedTest
    @MethodSource("ofEachType")
    void aValueOfEachTypeSurvivesAloneInAnArrayAndInAMatrix(Object value) {
        Object[] two = (Object[]) Array.newInstance(value.getClass(), 2);
        two[0] = value;
        two[1] = value;
        Object none = Array.newInstance(value.getClass(), 0);
        for (Variant variant : List.of(new Variant(value), new Variant(two), new Variant(none))) {
            assertThat(wire.thereAndBack(parameter(variant))).isEqualTo(parameter(variant));
        }
        Variant matrix = new Variant(new Matrix(two, new int[] {2, 1}));
        Isa95Parameter back = (Isa95Parameter) wire.thereAndBack(parameter(matrix));
        assertThat(back.value().getValue()).isInstanceOfSatisfying(Matrix.class, same -> {
            assertThat(same.getDimensions()).containsExactly(2, 1);
            assertThat((Object[]) same.getElements()).containsExactly(two);
        });
    }

    @Test
    void variantsInAnArrayOfVariantsSurvive() {
        Variant mixed = new Variant(new Variant[] {
            Variant.ofInt32(1), Variant.NULL_VALUE, new Variant(new String[] {"a", "b"}), Variant.ofBoolean(false)
        });
        assertThat(wire.thereAndBack(parameter(mixed))).isEqualTo(parameter(mixed));
    }

    @Test
    void nothingSurvivesAsNothing() {
        assertThat(wire.thereAndBack(parameter(Variant.NULL_VALUE))).isEqualTo(parameter(Variant.NULL_VALUE));
        assertThat(wire.decoded(Isa95DataType.PARAMETER, "00000000 01000000 70 86 ffffffff"))
                .isEqualTo(parameter(Variant.NULL_VALUE));
    }
}
