package org.keyway.opcua.isa95;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.junit.jupiter.api.Test;

final class StructuresTest {
    private static final EUInformation RPM = new EUInformation(
            "http://www.opcfoundation.org/UA/units/un/cefact",
            5394509,
            new LocalizedText(null, "r/min"),
            new LocalizedText(null, "revolutions per minute"));
    private static final Optional<List<LocalizedText>> TEXT = Optional.of(List.of(new LocalizedText("en", "two")));
    private static final Optional<EUInformation> UNIT = Optional.of(RPM);
    private static final Optional<List<Isa95Property>> PROPERTIES = Optional.of(
            List.of(new Isa95Property("p", Variant.ofInt32(7), Optional.empty(), UNIT, Optional.of(List.of()))));

    private final Wire wire = new Wire();

    private static DateTime eight() {
        return new DateTime(Instant.parse("2026-11-25T08:00:00Z"));
    }

    private static <T> Optional<T> bit(int mask, int bit, T value) {
        return (mask & (1 << bit)) == 0 ? Optional.empty() : Optional.of(value);
    }

    private static Isa95Parameter parameter(String id, Variant value) {
        return new Isa95Parameter(id, value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Isa95JobOrder order(int mask) {
        return new Isa95JobOrder(
                "JO-" + mask,
                bit(mask, 0, List.of(new LocalizedText("en", "text"))),
                bit(mask, 1, List.of(new Isa95WorkMaster("R@1", Optional.empty(), Optional.empty()))),
                bit(mask, 2, eight()),
                bit(mask, 3, eight()),
                bit(mask, 4, (short) -5),
                bit(
                        mask,
                        5,
                        List.of(new Isa95Parameter(
                                "speed", Variant.ofDouble(8000), Optional.empty(), UNIT, Optional.empty()))),
                bit(
                        mask,
                        6,
                        List.of(new Isa95Personnel(
                                "w", TEXT, Optional.empty(), Optional.of("1"), UNIT, Optional.empty()))),
                bit(
                        mask,
                        7,
                        List.of(new Isa95Equipment(
                                "e", Optional.empty(), Optional.of("use"), Optional.empty(), UNIT, PROPERTIES))),
                bit(
                        mask,
                        8,
                        List.of(new Isa95PhysicalAsset(
                                "a",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("2"),
                                Optional.empty(),
                                PROPERTIES))),
                bit(mask, 9, List.of(material(mask))));
    }

    private static Isa95Material material(int mask) {
        return new Isa95Material(
                bit(mask, 0, "class"),
                bit(mask, 1, "definition"),
                bit(mask, 2, "lot"),
                bit(mask, 3, "sublot"),
                bit(mask, 4, List.of(new LocalizedText("zh", "齿轮"))),
                bit(mask, 5, "Material produced"),
                bit(mask, 6, "1"),
                bit(mask, 7, RPM),
                bit(
                        mask,
                        8,
                        List.of(new Isa95Property(
                                "p", Variant.ofString("x"), Optional.empty(), Optional.empty(), Optional.empty()))));
    }

    private static Isa95State state() {
        return new Isa95State(
                new RelativePath(new RelativePathElement[0]),
                LocalizedText.english("AllowedToStart"),
                Unsigned.uint(2));
    }

    private static Isa95JobResponse response(int mask) {
        Isa95JobOrder order = order(1023);
        return new Isa95JobResponse(
                "R-" + mask,
                bit(mask, 0, List.of(LocalizedText.english("done"))),
                "JO-1",
                bit(mask, 1, eight()),
                bit(mask, 2, eight()),
                List.of(state()),
                bit(mask, 3, List.of(parameter("JobResult", Variant.ofInt32(1)))),
                bit(mask, 4, order.personnelRequirements().orElseThrow()),
                bit(mask, 5, order.equipmentRequirements().orElseThrow()),
                bit(mask, 6, order.physicalAssetRequirements().orElseThrow()),
                bit(mask, 7, order.materialRequirements().orElseThrow()));
    }

    static Stream<Isa95Structure> everySubset() {
        Stream<Isa95Structure> orders = IntStream.range(0, 1024).mapToObj(StructuresTest::order);
        Stream<Isa95Structure> materials = IntStream.range(0, 512).mapToObj(StructuresTest::material);
        Stream<Isa95Structure> responses = IntStream.range(0, 256).mapToObj(StructuresTest::response);
        return Stream.of(orders, materials, responses, smallSubsets()).flatMap(part -> part);
    }

    private static Stream<Isa95Structure> smallSubsets() {
        return IntStream.range(0, 32)
                .boxed()
                .flatMap(mask -> Stream.of(
                        new Isa95Parameter(
                                "p",
                                Variant.ofBoolean(true),
                                bit(mask, 0, List.of()),
                                bit(mask, 1, RPM),
                                bit(mask, 2, List.of(parameter("q", Variant.NULL_VALUE)))),
                        new Isa95Property(
                                "p",
                                Variant.ofBoolean(true),
                                bit(mask, 0, List.of(LocalizedText.NULL_VALUE)),
                                bit(mask, 1, RPM),
                                bit(mask, 2, PROPERTIES.orElseThrow())),
                        new Isa95Equipment(
                                "e",
                                bit(mask, 0, TEXT.orElseThrow()),
                                bit(mask, 1, "u"),
                                bit(mask, 2, "1"),
                                bit(mask, 3, RPM),
                                bit(mask, 4, PROPERTIES.orElseThrow())),
                        new Isa95WorkMaster(
                                "w",
                                bit(mask, 0, LocalizedText.english("w")),
                                bit(mask, 1, List.of(parameter("q", Variant.ofString("é"))))),
                        new OutputInformation(
                                "GEAR_A",
                                Unsigned.ubyte(mask & 7),
                                bit(mask, 0, "JO"),
                                bit(mask, 1, "L"),
                                bit(mask, 2, "SN"))));
    }

    /** One claim for all, because JUnit makes much of each of two thousand. */
    @Test
    void everySubsetOfOptionalFieldsSurvives() {
        assertThat(everySubset())
                .hasSize(1024 + 512 + 256 + 5 * 32)
                .allSatisfy(
                        structure -> assertThat(wire.thereAndBack(structure)).isEqualTo(structure));
    }

    /** Field by field after OPC 10000-6 5.2.2: mask, JobOrderID, Priority, and nothing between. */
    @Test
    void anOrderOfIdAndPriorityHasTheMaskOfThePriority() {
        Isa95JobOrder order = new Isa95JobOrder(
                "J",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of((short) 5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(wire.bytes(order)).isEqualTo("10000000" + "01000000" + "4a" + "0500");
    }

    /** Field by field after OPC 10000-6: mask of the unit, ID, Variant of Double 8000, and the unit. */
    @Test
    void aParameterWithAUnitAndNoDescriptionKeepsItsUnit() {
        Isa95Parameter parameter = new Isa95Parameter(
                "n",
                Variant.ofDouble(8000),
                Optional.empty(),
                Optional.of(new EUInformation("u", -1, LocalizedText.NULL_VALUE, LocalizedText.NULL_VALUE)),
                Optional.empty());
        assertThat(wire.bytes(parameter))
                .isEqualTo("02000000" + "01000000" + "6e" + "0b" + "000000000040bf40" + "01000000" + "75" + "ffffffff"
                        + "00" + "00");
    }

    @Test
    void whatIsNullOnTheWireIsAbsentOrEmpty() {
        assertThat(wire.decoded(Isa95DataType.WORK_MASTER, "02000000 ffffffff ffffffff"))
                .isEqualTo(new Isa95WorkMaster("", Optional.empty(), Optional.empty()));
        assertThat(wire.decoded(Isa95DataType.JOB_ORDER_AND_STATE, "00000000 ffffffff ffffffff"))
                .isEqualTo(new Isa95JobOrderAndState(
                        ((Isa95JobOrder) wire.decoded(Isa95DataType.JOB_ORDER, "00000000 00000000")), List.of()));
    }
}
