package org.keyway.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a machine whose PLC fetches its jobs from our server takes them: delivery method {@code opcua-host}. Its parameters are
 * written to addresses in the hand-over, not to nodes of the machine.
 *
 * @param verify how the PLC shows what it holds; without meaning at the basic level
 * @param encoding of the values that the PLC reads
 * @param offerLife how long an offer waits for the PLC before it is taken back
 */
public record HandoverSettings(Level level, Verify verify, Encoding encoding, Duration offerLife) {
    /** The delivery method that these settings are of. */
    public static final String DELIVERY = "opcua-host";

    /** What holds where a profile says nothing. */
    public static final HandoverSettings DEFAULT =
            new HandoverSettings(Level.FULL, Verify.CRC, Encoding.DOUBLE, Duration.ofMinutes(10));

    /** The delivery settings where a profile says nothing: what the PLC says that it holds need not be read twice. */
    public static final DeliverySettings USUAL = new DeliverySettings(
            DeliverySettings.DEFAULT.callTimeout(),
            Duration.ZERO,
            Duration.ZERO,
            DeliverySettings.DEFAULT.acceptTimeout(),
            DeliverySettings.DEFAULT.batchSize(),
            DeliverySettings.DEFAULT.attempts());

    private static final Pattern PARAMETER = Pattern.compile("param=([1-9]\\d{0,4})");
    private static final int LARGEST_NUMBER = 65_535;

    /** What the PLC's program can do. */
    public enum Level {
        /** Staging, check, commit. */
        FULL,
        /** Takes an offer in one Read and acknowledges it. */
        BASIC
    }

    /** How a PLC at the full level shows what it holds. */
    public enum Verify {
        CRC,
        ECHO
    }

    /** The floating point numbers that the PLC has. */
    public enum Encoding {
        DOUBLE,
        FLOAT
    }

    /** Where in the hand-over a value goes, beside the numbered parameters. */
    public enum Place {
        /** The NC program by name (String). */
        PROGRAM_NAME("programName"),
        /** The NC program by number, 0 to 2^32-1. */
        PROGRAM_NO("programNo"),
        /** How many parts are machined with the values, 1 to 2^32-1; 1 where the profile has no such parameter. */
        RUNS_PLANNED("runsPlanned"),
        /** Results that the PLC tells. */
        RUNS_COMPLETED("runsCompleted"),
        PARTS_GOOD("partsGood"),
        RESULT_CODE("resultCode");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        /** Whether it is told by the PLC; else it is told to it. */
        public boolean isResult() {
            return this == RUNS_COMPLETED || this == PARTS_GOOD || this == RESULT_CODE;
        }

        /** As profiles write it. */
        public String word() {
            return word;
        }

        /** The place of an address. */
        public static Optional<Place> of(String address) {
            for (Place place : values()) {
                if (place.word.equals(address)) {
                    return Optional.of(place);
                }
            }
            return Optional.empty();
        }
    }

    /** The number of a parameter's address such as {@code param=7}; empty when it is none, or beyond 65535. */
    public static Optional<Integer> parameterNo(String address) {
        Matcher matcher = PARAMETER.matcher(address);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1))).filter(number -> number <= LARGEST_NUMBER)
                : Optional.empty();
    }

    /** Whether a text is an address in the hand-over. */
    public static boolean isAddress(String address) {
        return parameterNo(address).isPresent() || Place.of(address).isPresent();
    }
}
