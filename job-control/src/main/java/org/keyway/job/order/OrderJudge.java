package org.keyway.job.order;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.Product;
import org.keyway.profile.ValueLimits;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.units.Units;

/**
 * Holds the parameters of orders against what is released. An order sets nothing: where it names a parameter of the machine,
 * it must say what the machine will get anyway. A parameter that would be passed over in silence is refused; those of OPC
 * 40001-3, and those whose id has a colon, are information that is kept and given back.
 */
final class OrderJudge {
    private static final Set<String> INFORMATION = Set.of(
            "JobName",
            "OrderNumbers",
            "Customers",
            "CustomerOrderNumbers",
            "ReasonForStateChange",
            "PlannedProductionTime",
            OrderParameter.RUNS_PLANNED,
            OrderParameter.EXECUTION_MODE);
    /** Of a value, by which another may differ that was converted, or was a binary fraction. */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

    private final WorkshopSource workshop;
    private final ParameterMatcher matcher;
    private final Clock clock;

    @Inject
    OrderJudge(WorkshopSource workshop, ParameterMatcher matcher, Clock clock) {
        this.workshop = workshop;
        this.matcher = matcher;
        this.clock = clock;
    }

    /** Why a machine can't take an order on; empty when it can. */
    Set<OrderFault> faults(String machine, JobOrder order) {
        Workshop current = workshop.current();
        Optional<MachineProfile> profile =
                current.machine(machine).map(Machine::profile).flatMap(current::profile);
        if (profile.isEmpty()) {
            return Set.of(OrderFault.INVALID_REQUEST);
        }
        Map<String, Parameter> named = byName(profile.get());
        Set<OrderFault> faults = EnumSet.noneOf(OrderFault.class);
        order.parameters().stream()
                .flatMap(each -> inItself(each, named).stream())
                .forEach(faults::add);
        if (settings(order).stream().anyMatch(each -> named.containsKey(each.id()))) {
            part(order, current).ifPresent(part -> faults.addAll(released(order, part, machine, current)));
        }
        return faults;
    }

    private Set<OrderFault> released(JobOrder order, ProductIdentity part, String machine, Workshop current) {
        String operation = current.machine(machine).orElseThrow().operation();
        MatchResult result = matcher.match(new MatchRequest(part, machine, operation, clock.instant()));
        return result instanceof MatchResult.Matched matched
                ? settings(order).stream()
                        .flatMap(each -> contradiction(each, matched).stream())
                        .collect(Collectors.toSet())
                : Set.of(OrderFault.NOT_APPROVED);
    }

    /** The first parameter of an order that says something else than this match, if one does. */
    Optional<OrderParameter> contradicted(JobOrder order, MatchResult.Matched matched) {
        return settings(order).stream()
                .filter(each -> contradiction(each, matched).isPresent())
                .findFirst();
    }

    /** Those parameters of an order that are to say something about the machine's. */
    private static List<OrderParameter> settings(JobOrder order) {
        return order.parameters().stream()
                .filter(each -> !INFORMATION.contains(each.id()) && each.id().indexOf(':') < 0)
                .toList();
    }

    private static Optional<OrderFault> inItself(OrderParameter given, Map<String, Parameter> named) {
        if (given.id().equals(OrderParameter.EXECUTION_MODE)) {
            boolean production = given.value().stream()
                    .anyMatch(mode ->
                            mode instanceof BigDecimal number && number.compareTo(OrderParameter.PRODUCTION) == 0);
            return production ? Optional.empty() : Optional.of(OrderFault.INVALID_REQUEST);
        }
        if (INFORMATION.contains(given.id()) || given.id().indexOf(':') >= 0) {
            return Optional.empty();
        }
        Parameter parameter = named.get(given.id());
        if (parameter == null) {
            return Optional.of(OrderFault.UNKNOWN_PARAMETER);
        }
        ValueLimits limits =
                ValueLimits.of(parameter.min(), parameter.max(), ValueLimits.Layer.PROFILE, parameter.name());
        return misfit(given, parameter, limits);
    }

    private static Optional<OrderFault> misfit(OrderParameter given, Parameter parameter, ValueLimits limits) {
        if (given.value().isEmpty()) {
            return Optional.of(OrderFault.INVALID_REQUEST);
        }
        Optional<Object> value = inUnitOf(parameter, given);
        if (value.isEmpty()) {
            return Optional.of(OrderFault.UNIT_MISMATCH);
        }
        return limits.forbids(value.get()).map(bound -> OrderFault.OUT_OF_LIMITS);
    }

    private static Optional<OrderFault> contradiction(OrderParameter given, MatchResult.Matched matched) {
        Optional<MatchedValue> released = matched.values().stream()
                .filter(value -> value.parameter().name().equals(given.id()))
                .findFirst();
        if (released.isEmpty()) {
            return Optional.of(OrderFault.NOT_APPROVED);
        }
        MatchedValue value = released.get();
        return misfit(given, value.parameter(), value.limits())
                .or(() -> inUnitOf(value.parameter(), given)
                        .filter(wanted -> !same(wanted, value.value()))
                        .map(other -> OrderFault.NOT_APPROVED));
    }

    /** The value in the parameter's unit; one without a unit is in it. Empty when it doesn't convert, as no text does. */
    private static Optional<Object> inUnitOf(Parameter parameter, OrderParameter given) {
        if (given.unit().isEmpty()) {
            return given.value();
        }
        if (!(given.value().orElse("") instanceof BigDecimal number)) {
            return Optional.empty();
        }
        return parameter
                .unit()
                .flatMap(unit -> Units.table().convert(number, given.unit().get(), unit))
                .map(Function.identity());
    }

    private static boolean same(Object wanted, Object released) {
        if (wanted instanceof BigDecimal one && released instanceof BigDecimal other) {
            return one.subtract(other).abs().compareTo(other.abs().multiply(ROUNDING)) <= 0;
        }
        return wanted.equals(released);
    }

    private static Map<String, Parameter> byName(MachineProfile profile) {
        return profile.parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
    }

    /** The part that an order makes, as far as it says; empty where its product is not one of the workshop. */
    private static Optional<ProductIdentity> part(JobOrder order, Workshop workshop) {
        return order.produced()
                .flatMap(material -> material.product()
                        .flatMap(key -> product(key, workshop))
                        .map(product -> new ProductIdentity(
                                product.id(),
                                product.family(),
                                material.serial(),
                                material.lot(),
                                product.attributes())));
    }

    private static Optional<Product> product(String key, Workshop workshop) {
        return workshop.product(key)
                .or(() -> workshop.products().stream()
                        .filter(product -> product.identifiers().contains(key))
                        .findFirst());
    }

    /** Whether an order makes this part: the same product by its id or a registry key, and the lot and serial that it names. */
    boolean makes(JobOrder order, ProductIdentity part) {
        Workshop current = workshop.current();
        return order.produced()
                .filter(material -> material.product()
                        .flatMap(key -> product(key, current))
                        .filter(product -> product.id().equals(part.product()))
                        .isPresent())
                .filter(material -> material.lot().isEmpty() || material.lot().equals(part.lot()))
                .filter(material ->
                        material.serial().isEmpty() || material.serial().equals(part.serial()))
                .isPresent();
    }
}
