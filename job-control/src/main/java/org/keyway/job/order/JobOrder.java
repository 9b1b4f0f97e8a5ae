package org.keyway.job.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;

/**
 * What a manufacturing execution system wants made on one machine (ISA-95 job order), or what a scan wants that took no order.
 *
 * @param id given by the system, its own for each order on a machine; the job's where a scan made it
 * @param priority a higher one goes first
 * @param workMasters the ids of the recipes that it names
 * @param materials what is produced and consumed
 * @param document everything that the system sent, as it is given back: opaque here; empty where a scan made the order
 */
public record JobOrder(
        String id,
        int priority,
        Optional<Instant> start,
        Optional<Instant> end,
        List<String> workMasters,
        List<OrderParameter> parameters,
        List<OrderMaterial> materials,
        String document) {
    /** In characters: what every client must be able to send. */
    public static final int LONGEST_ID = 256;

    /** In characters. */
    public static final int LONGEST_DOCUMENT = 100_000;

    /** The most runs that an order may plan. */
    public static final int MOST_RUNS = 2000;

    public JobOrder {
        workMasters = List.copyOf(workMasters);
        parameters = List.copyOf(parameters);
        materials = List.copyOf(materials);
    }

    /** The order that a job is by itself when its scan took none: one part, by the values that were found for it. */
    static JobOrder ofScan(Job job) {
        List<OrderParameter> parameters = new ArrayList<>();
        parameters.add(new OrderParameter(OrderParameter.RUNS_PLANNED, Optional.of(BigDecimal.ONE), Optional.empty()));
        parameters.add(new OrderParameter(
                OrderParameter.EXECUTION_MODE, Optional.of(OrderParameter.PRODUCTION), Optional.empty()));
        job.parameters()
                .forEach(each ->
                        parameters.add(new OrderParameter(each.name(), Optional.of(each.value()), each.unit())));
        Optional<ProductIdentity> part = job.identity();
        return new JobOrder(
                job.id(),
                0,
                Optional.empty(),
                Optional.empty(),
                job.parameters().stream()
                        .map(each -> each.source().set() + "@" + each.source().version())
                        .distinct()
                        .toList(),
                parameters,
                List.of(new OrderMaterial(
                        Optional.of(OrderMaterial.PRODUCED),
                        part.map(ProductIdentity::product),
                        part.flatMap(ProductIdentity::lot),
                        part.flatMap(ProductIdentity::serial))),
                "");
    }

    /** Whether a scan made it, and no system. */
    public boolean isScanned() {
        return document.isEmpty();
    }

    /** What the order makes; empty when it doesn't say. */
    public Optional<OrderMaterial> produced() {
        return materials.stream().filter(OrderMaterial::isProduced).findFirst();
    }

    /** How often it is to be run; 0 where what it says is no number of runs. */
    public int runs() {
        return parameters.stream()
                .filter(parameter -> parameter.id().equals(OrderParameter.RUNS_PLANNED))
                .findFirst()
                .map(parameter -> parameter.value().map(JobOrder::count).orElse(0))
                .orElse(1);
    }

    private static int count(Object value) {
        boolean sound = value instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(MOST_RUNS)) <= 0;
        return sound ? ((BigDecimal) value).intValue() : 0;
    }

    /** Whether it can be an order at all. */
    boolean isSound() {
        return !id.isBlank()
                && id.length() <= LONGEST_ID
                && id.chars().noneMatch(Character::isISOControl)
                && document.length() <= LONGEST_DOCUMENT
                && runs() > 0;
    }
}
