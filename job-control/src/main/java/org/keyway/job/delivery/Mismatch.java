package org.keyway.job.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.NodeReading;

/** A value that a machine should hold and doesn't. */
record Mismatch(DeviceValue wanted, NodeReading found) {
    /** What the operator's sentence and the engineer need to know. */
    Map<String, Object> facts(String machine) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("machine", machine);
        facts.put("parameter", wanted.parameter().name());
        facts.put("node", wanted.node());
        facts.put("wanted", wanted.value());
        facts.put("found", found.value().orElse(found.status()));
        facts.put("status", found.status());
        return facts;
    }
}
