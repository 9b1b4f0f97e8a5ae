package org.keyway.opcua.joborder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.keyway.opcua.isa95.Isa95Equipment;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95Personnel;
import org.keyway.opcua.isa95.Isa95PhysicalAsset;
import org.keyway.opcua.isa95.Isa95Property;
import org.keyway.opcua.isa95.Isa95State;
import org.keyway.opcua.isa95.Isa95WorkMaster;
import org.keyway.opcua.isa95.OutputInformation;

/** Orders as a manufacturing execution system sends them, and what it reads of the answers. */
final class SentOrders {
    private SentOrders() {}

    static final long DONE = 1;

    static long bits(int... bits) {
        long all = 0;
        for (int bit : bits) {
            all |= 1L << bit;
        }
        return all;
    }

    static <T> Optional<T> bit(int mask, int bit, T value) {
        return (mask & (1 << bit)) == 0 ? Optional.empty() : Optional.of(value);
    }

    static Isa95Parameter parameter(String id, Object value, List<Isa95Parameter> inner) {
        return new Isa95Parameter(
                id,
                new Variant(value),
                Optional.empty(),
                Optional.empty(),
                inner.isEmpty() ? Optional.empty() : Optional.of(inner));
    }

    /** An order with the optional fields of a mask. */
    static Isa95JobOrder order(OrderedMachine machine, String id, int mask, Isa95Parameter... parameters) {
        DateTime at = new DateTime(Instant.parse("2026-11-25T08:00:00Z"));
        return new Isa95JobOrder(
                id,
                bit(mask, 0, List.of(new LocalizedText("zh", "齿轮"))),
                bit(mask, 1, List.of(new Isa95WorkMaster("mill", Optional.empty(), Optional.empty()))),
                bit(mask, 2, at),
                bit(mask, 3, at),
                bit(mask, 4, (short) 7),
                bit(mask, 5, List.of(parameters)),
                bit(
                        mask,
                        6,
                        List.of(new Isa95Personnel(
                                "w",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("1"),
                                Optional.empty(),
                                Optional.empty()))),
                bit(
                        mask,
                        7,
                        List.of(new Isa95Equipment(
                                "M1",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("1"),
                                Optional.empty(),
                                Optional.empty()))),
                bit(
                        mask,
                        8,
                        List.of(new Isa95PhysicalAsset(
                                "A",
                                Optional.empty(),
                                Optional.of("u"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))),
                bit(mask, 9, List.of(produced(machine, "B-1"))));
    }

    /** An order for one part of product {@code B-1}, with parameters. */
    static Isa95JobOrder orderOfPart(OrderedMachine machine, String id, Isa95Parameter... parameters) {
        return order(machine, id, parameters.length == 0 ? 1 << 9 : 1 << 9 | 1 << 5, parameters);
    }

    private static Isa95Material produced(OrderedMachine machine, String product) {
        ExtensionObject item = ExtensionObject.encode(
                machine.client().getStaticEncodingContext(),
                new OutputInformation(product, UByte.valueOf(0), Optional.empty(), Optional.empty(), Optional.empty()));
        return new Isa95Material(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Material produced"),
                Optional.of("1"),
                Optional.empty(),
                Optional.of(List.of(new Isa95Property(
                        "Identification", new Variant(item), Optional.empty(), Optional.empty(), Optional.empty()))));
    }

    /** State numbers of an entry, the top one first. */
    static List<Integer> numbers(List<Isa95State> states) {
        return states.stream().map(state -> state.stateNumber().intValue()).toList();
    }
}
