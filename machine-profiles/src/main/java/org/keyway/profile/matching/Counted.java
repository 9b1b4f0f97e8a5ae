package org.keyway.profile.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.SetVersion;

/** The candidates of a case that count for so many parts only. Most cases have none, and pay nothing for it. */
final class Counted {
    private Map<SetVersion, Integer> limits = Map.of();

    /** Keeps a candidate that could win and whose parts are limited. */
    void consider(Judged judged) {
        Optional<Integer> parts = judged.set().guard().parts();
        if (parts.isPresent() && judged.covers()) {
            limits = limits.isEmpty() ? new HashMap<>() : limits;
            limits.put(judged.source(), parts.get());
        }
    }

    /** Those from which a value or an offset came, with the greatest number of parts of each. */
    Map<SetVersion, Integer> usedBy(List<MatchedValue> values) {
        if (limits.isEmpty()) {
            return Map.of();
        }
        Map<SetVersion, Integer> used = new HashMap<>();
        for (MatchedValue value : values) {
            keep(value.source(), used);
            value.offsets().forEach(offset -> keep(offset.source(), used));
        }
        return used;
    }

    private void keep(SetVersion source, Map<SetVersion, Integer> used) {
        Integer parts = limits.get(source);
        if (parts != null) {
            used.put(source, parts);
        }
    }
}
