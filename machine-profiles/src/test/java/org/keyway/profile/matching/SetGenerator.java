package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeCondition.OneOf;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueSource;

/** Sets over the small world by chance, from a seed. */
public final class SetGenerator {
    private final Random random;

    public SetGenerator(long seed) {
        this.random = new Random(seed);
    }

    public ReleasedSet set(String id) {
        return build(id, names(), conditions());
    }

    /** A set that differs in a name or a condition at most, so that it often stands beside the other. */
    public ReleasedSet beside(String id, ReleasedSet other) {
        Scope scope = other.set().scope();
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        names.putAll(scope.names());
        if (chance(3)) {
            ScopeKey key = pick(List.of(ScopeKey.values()));
            names.remove(key);
            name(key).filter(name -> chance(2)).ifPresent(name -> names.put(key, name));
        }
        return build(id, checked(names), chance(3) ? scope.attributes() : conditions());
    }

    private ReleasedSet build(String id, Map<ScopeKey, String> names, List<AttributeCondition> conditions) {
        Optional<String> layer = chance(5) ? Optional.of(chance(2) ? "wear" : "calibration") : Optional.empty();
        Optional<Integer> parts = chance(8) ? Optional.of(5) : Optional.empty();
        ParameterSet set = new ParameterSet(
                id,
                Scope.of(names, conditions, Optional.empty()),
                values(layer.isPresent()),
                time(),
                time(),
                Optional.empty(),
                layer,
                parts);
        Optional<Canary> canary = chance(8) ? Optional.of(new Canary(pick(SmallWorld.MACHINES), 3)) : Optional.empty();
        int version = chance(6) ? SmallWorld.USED_UP : 1;
        return new ReleasedSet(set, version, time(), time(), canary);
    }

    private Optional<Instant> time() {
        if (!chance(6)) {
            return Optional.empty();
        }
        return Optional.of(chance(6) ? SmallWorld.PAST : pick(SmallWorld.TIMES));
    }

    private Map<ScopeKey, String> names() {
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        for (ScopeKey key : ScopeKey.values()) {
            if (chance(4)) {
                name(key).ifPresent(name -> names.put(key, name));
            }
        }
        return checked(names);
    }

    /** As imports check it: a variant is one of its product's. */
    private static Map<ScopeKey, String> checked(Map<ScopeKey, String> names) {
        if (names.containsKey(ScopeKey.VARIANT)) {
            names.put(ScopeKey.PRODUCT, "P1");
        }
        return names;
    }

    private Optional<String> name(ScopeKey key) {
        return Optional.of(
                switch (key) {
                    case FAMILY -> pick(SmallWorld.FAMILIES);
                    case PRODUCT -> pick(List.of("P1", "P2", "P3"));
                    case VARIANT -> pick(List.of("SMALL", "LARGE"));
                    case LOT -> pick(SmallWorld.LOTS);
                    case SERIAL -> pick(SmallWorld.SERIALS);
                    case ORDER -> pick(SmallWorld.ORDERS);
                    case MACHINE_CLASS -> pick(List.of("MILL", "HONE"));
                    case MACHINE -> pick(SmallWorld.MACHINES);
                    case OPERATION -> pick(SmallWorld.OPERATIONS);
                });
    }

    private List<AttributeCondition> conditions() {
        List<AttributeCondition> conditions = new ArrayList<>();
        if (chance(3)) {
            String low = String.valueOf(1 + random.nextInt(4));
            String high = String.valueOf(1 + random.nextInt(4));
            conditions.add(
                    chance(3)
                            ? new OneOf("size", List.of(low, high))
                            : SmallWorld.between(chance(3) ? null : low, chance(3) ? null : high));
        }
        if (chance(4)) {
            conditions.add(new OneOf("colour", List.of(text(SmallWorld.COLOURS), text(SmallWorld.COLOURS))));
        }
        if (chance(8)) {
            conditions.add(new OneOf("order", List.of(pick(SmallWorld.ORDERS))));
        }
        return conditions;
    }

    private String text(List<Object> values) {
        return pick(values).toString();
    }

    private Map<String, ValueSource> values(boolean offsets) {
        Map<String, ValueSource> values = new LinkedHashMap<>();
        if (chance(2)) {
            values.put("passes", number(1 + random.nextInt(2), Optional.empty(), offsets));
        }
        if (values.isEmpty() || chance(2)) {
            boolean perSecond = chance(2);
            int speed = (1 + random.nextInt(2)) * (perSecond ? 1 : 60);
            Optional<String> unit = perSecond ? Optional.of("r/s") : Optional.empty();
            values.put("speed", number(speed, unit, offsets));
        }
        return values;
    }

    private static ValueSource number(int value, Optional<String> unit, boolean offset) {
        return offset
                ? new ValueSource.Offset(new BigDecimal(value), unit)
                : new ValueSource.Constant(new BigDecimal(value), unit);
    }

    /** True once in so many times. */
    public boolean chance(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
