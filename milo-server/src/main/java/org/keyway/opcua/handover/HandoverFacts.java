package org.keyway.opcua.handover;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;

/** What the sentences about a hand-over are filled with. */
final class HandoverFacts {
    private HandoverFacts() {}

    /** Which machine, which offer, and what the PLC said of it last. */
    static Map<String, Object> of(String machine, MachineProfile profile, long seq, Optional<PlcReport> heard) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("machine", machine);
        facts.put("seq", seq);
        facts.put("found", heard.map(report -> report.state().name()).orElse("-"));
        facts.put("code", heard.map(PlcReport::rejectCode).orElse(0));
        facts.put(
                "parameter",
                heard.map(PlcReport::rejectParamNo)
                        .map(no -> parameter(profile, no))
                        .orElse("-"));
        return facts;
    }

    private static String parameter(MachineProfile profile, int no) {
        return profile.written().stream()
                .filter(known -> HandoverSettings.parameterNo(known.node())
                        .filter(number -> number == no)
                        .isPresent())
                .map(Parameter::name)
                .findFirst()
                .orElse(no == 0 ? "-" : "param=" + no);
    }
}
