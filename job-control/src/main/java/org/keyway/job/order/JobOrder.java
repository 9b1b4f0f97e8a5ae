package org.keyway.job.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a manufacturing execution system wants made on one machine (ISA-95 job order).
 *
 * @param id given by the system, its own for each order on a machine
 * @param priority a higher one goes first
 * @param workMasters the ids of the recipes that it names
 * @param materials what is produced and consumed
 * @param document everything that the system sent, as it is given back: opaque here
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
