package org.keyway.opcua.handover;

import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/** Parameters as the fixed arrays that a PLC can read; what is unused is 0. */
final class ParameterArrays {
    private ParameterArrays() {}

    static UShort[] numbers(List<OfferParameter> parameters) {
        UShort[] numbers = new UShort[Offer.MOST_PARAMETERS];
        Arrays.fill(numbers, UShort.MIN);
        for (int i = 0; i < parameters.size(); i++) {
            numbers[i] = UShort.valueOf(parameters.get(i).no());
        }
        return numbers;
    }

    static Double[] doubles(List<OfferParameter> parameters) {
        Double[] values = new Double[Offer.MOST_PARAMETERS];
        Arrays.fill(values, 0.0);
        for (int i = 0; i < parameters.size(); i++) {
            values[i] = parameters.get(i).value();
        }
        return values;
    }

    static Float[] floats(List<OfferParameter> parameters) {
        Float[] values = new Float[Offer.MOST_PARAMETERS];
        Arrays.fill(values, 0.0f);
        for (int i = 0; i < parameters.size(); i++) {
            values[i] = (float) parameters.get(i).value();
        }
        return values;
    }
}
