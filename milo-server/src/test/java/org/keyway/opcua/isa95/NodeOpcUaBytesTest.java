package org.keyway.opcua.isa95;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What another stack has written of these structures. */
final class NodeOpcUaBytesTest {
    private static final EUInformation RPM = new EUInformation(
            "http://www.opcfoundation.org/UA/units/un/cefact",
            5394509,
            new LocalizedText(null, "r/min"),
            new LocalizedText(null, "revolutions per minute"));

    private final Wire wire = new Wire();

    private static DateTime eight() {
        return new DateTime(Instant.parse("2026-11-25T08:00:00Z"));
    }

    private static Isa95Parameter parameter(String id, Variant value) {
        return new Isa95Parameter(id, value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What node-opcua 2.185.0 writes of the same structures. */
    static Stream<Foreign> writtenByNodeOpcUa() {
        String rpm =
                "2f000000687474703a2f2f7777772e6f7063666f756e646174696f6e2e6f72672f55412f756e6974732f756e2f636566616374"
                        + "4d5052000205000000722f6d696e02160000007265766f6c7574696f6e7320706572206d696e757465";
        return Stream.of(
                new Foreign(
                        "30000000 04000000 4a4f2d31 0500 01000000 02000000 0c000000 5370696e646c655370656564"
                                + "0b000000000040bf40" + rpm,
                        new Isa95JobOrder(
                                "JO-1",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of((short) 5),
                                Optional.of(List.of(new Isa95Parameter(
                                        "SpindleSpeed",
                                        Variant.ofDouble(8000),
                                        Optional.empty(),
                                        Optional.of(RPM),
                                        Optional.empty()))),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                new Foreign(
                        "07020000 04000000 4a4f2d32 01000000 03 02000000 656e 03000000 74776f 01000000 00000000 05000000"
                                + "522d314032 004022f8b27cdd01 01000000 62000000 06000000 474541525f41 11000000"
                                + "4d6174657269616c2070726f6475636564 01000000 31",
                        new Isa95JobOrder(
                                "JO-2",
                                Optional.of(List.of(new LocalizedText("en", "two"))),
                                Optional.of(List.of(new Isa95WorkMaster("R-1@2", Optional.empty(), Optional.empty()))),
                                Optional.of(eight()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(List.of(new Isa95Material(
                                        Optional.empty(),
                                        Optional.of("GEAR_A"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("Material produced"),
                                        Optional.of("1"),
                                        Optional.empty(),
                                        Optional.empty()))))),
                new Foreign(
                        "04000000 01000000 41 86 02000000 01000000 02000000 01000000 06000000 01000000 42 0c 01000000 78"
                                + rpm + "01000000 00000000 01000000 43 01 01",
                        new Isa95Parameter(
                                "A",
                                Variant.of(new Integer[] {1, 2}),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(List.of(new Isa95Parameter(
                                        "B",
                                        Variant.ofString("x"),
                                        Optional.empty(),
                                        Optional.of(RPM),
                                        Optional.of(List.of(parameter("C", Variant.ofBoolean(true))))))))),
                new Foreign(
                        "00000000 03 02000000 656e 0e000000 416c6c6f776564546f5374617274 02000000",
                        new Isa95State(
                                new RelativePath(new RelativePathElement[0]),
                                LocalizedText.english("AllowedToStart"),
                                Unsigned.uint(2))),
                new Foreign(
                        "84000000 03000000 522d31 04000000 4a4f2d31 004022f8b27cdd01 01000000 00000000 02 05000000"
                                + "456e646564 05000000 01000000 04000000 01000000 4c",
                        new Isa95JobResponse(
                                "R-1",
                                Optional.empty(),
                                "JO-1",
                                Optional.empty(),
                                Optional.of(eight()),
                                List.of(new Isa95State(
                                        new RelativePath(new RelativePathElement[0]),
                                        new LocalizedText(null, "Ended"),
                                        Unsigned.uint(5))),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(List.of(new Isa95Material(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("L"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))))),
                new Foreign(
                        "04000000 06000000 474541525f41 00 03000000 534e31",
                        new OutputInformation(
                                "GEAR_A", Unsigned.ubyte(0), Optional.empty(), Optional.empty(), Optional.of("SN1"))));
    }

    /** Bytes that another stack wrote, and what they mean. */
    record Foreign(String hex, Isa95Structure meaning) {}

    @ParameterizedTest
    @MethodSource("writtenByNodeOpcUa")
    void whatAnotherStackWroteIsUnderstoodAndWrittenTheSame(Foreign foreign) {
        Isa95Structure decoded = wire.decoded(Isa95DataType.of(foreign.meaning().getClass()), foreign.hex());
        assertThat(decoded).isEqualTo(foreign.meaning());
        assertThat(wire.bytes(decoded)).isEqualTo(foreign.hex().replace(" ", ""));
    }
}
