package org.keyway.simulator.plc;

import java.util.Map;
import java.util.Set;

/**
 * What a PLC knows of its own machine.
 *
 * @param echo whether it shows what it holds by writing it back; else by its checksum
 * @param limits by parameter number, what the machine can do; other numbers it does not know
 * @param programs the NC programs that it has, by number; empty: none is needed
 * @param stageMillis how long a staged offer is kept without a commit
 * @param staleMillis after how long without the gateway's heartbeat no commit is taken
 */
public record PlcSettings(
        boolean echo, Map<Integer, Span> limits, Set<Long> programs, long stageMillis, long staleMillis) {
    private static final long STAGE_MILLIS = 900_000;
    private static final long STALE_MILLIS = 5_000;

    /** What a machine can do, in the machine's unit, both ends included. */
    public record Span(double min, double max) {
        boolean holds(double value) {
            return value >= min && value <= max;
        }
    }

    /** Copies the map and the set. */
    public PlcSettings {
        limits = Map.copyOf(limits);
        programs = Set.copyOf(programs);
    }

    /** With the usual times, and without programs. */
    public static PlcSettings of(boolean echo, Map<Integer, Span> limits) {
        return new PlcSettings(echo, limits, Set.of(), STAGE_MILLIS, STALE_MILLIS);
    }
}
