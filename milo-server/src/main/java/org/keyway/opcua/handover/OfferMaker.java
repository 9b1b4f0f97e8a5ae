package org.keyway.opcua.handover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Place;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;

/** Makes an offer of setpoints: every value as the PLC will hold it, and none that it could hold only nearly. */
final class OfferMaker {
    /** Up to here every whole number is a double of its own. */
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(1L << 53);

    private static final BigDecimal LARGEST_COUNTER = BigDecimal.valueOf(SequenceNumber.LAST);

    private final HandoverSettings settings;
    private final String machine;
    private final List<OfferParameter> parameters = new ArrayList<>();
    private final List<DeviceValue> values = new ArrayList<>();
    private final Map<Place, Object> places = new HashMap<>();

    private OfferMaker(String machine, HandoverSettings settings) {
        this.machine = machine;
        this.settings = settings;
    }

    /**
     * Converts setpoints.
     *
     * @throws LinkException {@code INCOMPATIBLE} when the PLC couldn't hold one exactly, or nobody said where it goes
     */
    static OfferMaker of(String machine, HandoverSettings settings, List<Setpoint> setpoints) throws LinkException {
        OfferMaker maker = new OfferMaker(machine, settings);
        for (Setpoint setpoint : setpoints) {
            maker.add(setpoint);
        }
        if (maker.parameters.size() > Offer.MOST_PARAMETERS) {
            throw HandoverCode.TOO_MANY.exception(
                    Map.of("machine", machine, "found", maker.parameters.size(), "wanted", Offer.MOST_PARAMETERS));
        }
        return maker;
    }

    /** What the PLC will hold, in the order of the setpoints. */
    List<DeviceValue> values() {
        return List.copyOf(values);
    }

    private void add(Setpoint setpoint) throws LinkException {
        Parameter parameter = setpoint.parameter();
        Optional<Integer> no = HandoverSettings.parameterNo(parameter.node());
        Object held = no.isPresent() ? number(setpoint) : placed(setpoint);
        values.add(new DeviceValue(parameter, parameter.node(), held));
        if (no.isPresent()) {
            parameters.add(new OfferParameter(no.get(), PlcValue.asDouble(held)));
        }
    }

    private Object placed(Setpoint setpoint) throws LinkException {
        Place place = Place.of(setpoint.parameter().node())
                .filter(known -> !known.isResult())
                .orElseThrow(() -> refused(HandoverCode.NOT_NUMERIC, setpoint));
        Object held = place == Place.PROGRAM_NAME ? text(setpoint) : counter(setpoint);
        places.put(place, held);
        return held;
    }

    private String text(Setpoint setpoint) throws LinkException {
        if (setpoint.value() instanceof String text && Offer.isText(text)) {
            return text;
        }
        throw refused(HandoverCode.TEXT_UNFIT, setpoint);
    }

    private Long counter(Setpoint setpoint) throws LinkException {
        BigDecimal least =
                setpoint.parameter().node().equals(Place.RUNS_PLANNED.word()) ? BigDecimal.ONE : BigDecimal.ZERO;
        if (setpoint.value() instanceof BigDecimal number
                && isWhole(number)
                && number.compareTo(least) >= 0
                && number.compareTo(LARGEST_COUNTER) <= 0) {
            return number.longValueExact();
        }
        throw refused(HandoverCode.NOT_EXACT, setpoint);
    }

    /** A {@code Boolean}, {@code Long} or {@code Double}; what stands in the offer is the same number as a double. */
    private Object number(Setpoint setpoint) throws LinkException {
        ValueType type = setpoint.parameter().type();
        if (setpoint.value() instanceof Boolean truth) {
            return truth;
        }
        if (!(setpoint.value() instanceof BigDecimal number)) {
            throw refused(HandoverCode.NOT_NUMERIC, setpoint);
        }
        if (type == ValueType.BOOLEAN) { // as the record of an earlier delivery has it
            return number.signum() != 0;
        }
        if (type.isInteger()) {
            if (!isWhole(number) || number.abs().compareTo(LARGEST_EXACT) > 0) {
                throw refused(HandoverCode.NOT_EXACT, setpoint);
            }
            return checkedFloat(setpoint, number.doubleValue(), number.longValueExact());
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw refused(HandoverCode.NOT_EXACT, setpoint);
        }
        double held = settings.encoding() == Encoding.FLOAT ? (double) (float) value : value;
        return checkedFloat(setpoint, value, held);
    }

    private Object checkedFloat(Setpoint setpoint, double value, Object held) throws LinkException {
        double nearest = (double) (float) value;
        boolean exact = settings.encoding() == Encoding.DOUBLE
                || Math.abs(nearest - value) <= allowance(setpoint.parameter())
                || (setpoint.parameter().type() == ValueType.FLOAT && Double.isFinite(nearest));
        if (!exact) {
            throw refused(HandoverCode.NOT_EXACT, setpoint);
        }
        return held;
    }

    private static double allowance(Parameter parameter) {
        boolean whole = parameter.type().isInteger();
        return whole ? 0 : parameter.tolerance().map(BigDecimal::doubleValue).orElse(0.0);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private LinkException refused(HandoverCode code, Setpoint setpoint) {
        return code.exception(Map.of(
                "machine", machine,
                "parameter", setpoint.parameter().name(),
                "wanted", setpoint.value(),
                "found", settings.encoding().name()));
    }

    /**
     * The offer, without a sequence.
     *
     * @param job as it is on record; what it says of product and set is for people, and is cut where it is too long
     */
    Offer offer(String jobId, Optional<Job> job) {
        Optional<ProductIdentity> identity = job.flatMap(Job::identity);
        Optional<JobParameter> first =
                job.flatMap(known -> known.parameters().stream().findFirst());
        return new Offer(
                0,
                (Long) places.getOrDefault(Place.RUNS_PLANNED, 1L),
                first.map(parameter -> (long) parameter.source().version()).orElse(0L),
                (Long) places.getOrDefault(Place.PROGRAM_NO, 0L),
                jobId,
                shortened(identity.map(ProductIdentity::product)),
                shortened(identity.flatMap(ProductIdentity::serial)),
                shortened(first.map(parameter -> parameter.source().set())),
                (String) places.getOrDefault(Place.PROGRAM_NAME, ""),
                parameters);
    }

    private static String shortened(Optional<String> text) {
        String plain = text.orElse("").replaceAll("[\\ud800-\\udfff]", "?");
        return plain.length() <= Offer.LONGEST_TEXT ? plain : plain.substring(0, Offer.LONGEST_TEXT);
    }
}
