package org.keyway.opcua.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyway.job.Problem;

/** Sees what somebody should look at, as long as it is so. Decides nothing: an offer that waits goes on waiting. */
final class HandoverWatch {
    /** How long a PLC may take to stage an offer before somebody is told. */
    static final Duration STAGING = Duration.ofSeconds(30);

    private HandoverWatch() {}

    /**
     * Something to look at.
     *
     * @param facts for the sentence
     */
    record Concern(HandoverNotice notice, Map<String, Object> facts) {
        Concern {
            facts = Map.copyOf(facts);
        }

        /** Whether it is told nowhere else: what a step brings about is told with the step. */
        boolean isNoStep() {
            return notice == HandoverNotice.NOT_STAGED_YET || notice == HandoverNotice.DRIFTED;
        }

        /** In sentences. */
        Optional<Problem> problem(String machine) {
            Map<String, Object> all = new TreeMap<>(facts);
            all.put("machine", machine);
            return notice.code().map(code -> code.problem(all));
        }
    }

    /** The gravest concern, if there is any. */
    static Optional<Concern> look(HandoverTerms terms, HandoverState state, Optional<PlcReport> plc, Instant now) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("seq", state.seq());
        facts.put("found", plc.map(report -> report.state().name()).orElse("-"));
        if (state.phase() == HandoverPhase.FAULTED) {
            return Optional.of(new Concern(HandoverNotice.UNCOMMITTED, facts));
        }
        if (state.alarm().isPresent()) {
            return Optional.of(new Concern(state.alarm().get(), facts));
        }
        return switch (state.phase()) {
            case ACTIVE, RUNNING, INTERRUPTED ->
                plc.flatMap(report -> drift(terms, state, report)).map(difference -> {
                    facts.putAll(difference);
                    return new Concern(HandoverNotice.DRIFTED, facts);
                });
            case OFFERED ->
                isLate(state, STAGING, now) && !isStaged(state, plc)
                        ? Optional.of(new Concern(HandoverNotice.NOT_STAGED_YET, facts))
                        : Optional.empty();
            case WITHDRAWING ->
                isLate(state, terms.activation(), now)
                        ? Optional.of(new Concern(HandoverNotice.NOT_CONFIRMED, facts))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isLate(HandoverState state, Duration patience, Instant now) {
        return !now.isBefore(state.since().plus(patience));
    }

    private static boolean isStaged(HandoverState state, Optional<PlcReport> plc) {
        return plc.filter(report -> report.state() == PlcState.STAGED && report.stageSeq() == state.seq())
                .isPresent();
    }

    /** A PLC need not show what is active; one that shows something else than it took has changed it since. */
    private static Optional<Map<String, Object>> drift(HandoverTerms terms, HandoverState state, PlcReport report) {
        boolean shows = terms.isFull() && report.activeSeq() == state.seq();
        return state.offer().filter(offer -> shows).flatMap(offer -> switch (terms.verify()) {
            case CRC ->
                report.stageCrc() == 0
                        ? Optional.empty()
                        : difference("OfferCrc", OfferCrc.of(offer), report.stageCrc());
            case ECHO ->
                report.echo().isEmpty() ? Optional.empty() : difference(terms, offer.parameters(), report.echo());
        });
    }

    private static Optional<Map<String, Object>> difference(
            HandoverTerms terms, List<OfferParameter> wanted, List<OfferParameter> shown) {
        return wanted.stream()
                .flatMap(parameter ->
                        difference(terms.name(parameter.no()), parameter.value(), valueOf(parameter.no(), shown))
                                .stream())
                .findFirst();
    }

    private static Object valueOf(int no, List<OfferParameter> shown) {
        return shown.stream()
                .filter(echo -> echo.no() == no)
                .findFirst()
                .<Object>map(OfferParameter::value)
                .orElse("-");
    }

    private static Optional<Map<String, Object>> difference(String parameter, Object wanted, Object found) {
        return wanted.equals(found)
                ? Optional.empty()
                : Optional.of(Map.of("parameter", parameter, "wanted", wanted, "found", found));
    }
}
