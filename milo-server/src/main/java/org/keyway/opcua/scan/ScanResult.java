package org.keyway.opcua.scan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobState;
import org.keyway.job.Problem;

/** What became of a scan, as a number for PLC programs. */
enum ScanResult {
    OFFERED(0),
    SAME_JOB_ACTIVE(1),
    NOT_RECOGNISED(2),
    PRODUCT_UNKNOWN(3),
    NOT_APPROVED(4),
    AMBIGUOUS(5),
    OUT_OF_LIMITS(6),
    MACHINE_BUSY(7),
    MACHINE_OFFLINE(8),
    WRONG_PLACE(10),
    ALREADY_MACHINED(11),
    /** It was on its way, and came to nothing; the message says why. */
    NOT_DELIVERED(12);

    private static final Set<String> UNREACHABLE = Set.of("KW-LINK-001", "KW-LINK-007");

    private static final Map<String, ScanResult> BY_CODE = Map.ofEntries(
            Map.entry(JobCode.UNKNOWN_PRODUCT.code(), PRODUCT_UNKNOWN),
            Map.entry("KW-TRY-002", PRODUCT_UNKNOWN),
            Map.entry(JobCode.MACHINE_BUSY.code(), MACHINE_BUSY),
            Map.entry(JobCode.INTERLOCK.code(), MACHINE_BUSY),
            Map.entry(JobCode.NOT_SAFE_YET.code(), MACHINE_BUSY),
            Map.entry(JobCode.NO_MACHINE.code(), WRONG_PLACE),
            Map.entry(JobCode.NO_DELIVERY_METHOD.code(), WRONG_PLACE),
            Map.entry(JobCode.ALREADY_MACHINED.code(), ALREADY_MACHINED),
            Map.entry(JobCode.AMBIGUOUS_LABEL.code(), AMBIGUOUS),
            Map.entry(JobCode.SEVERAL_MACHINES.code(), AMBIGUOUS),
            Map.entry(JobCode.SCAN_OUT_OF_ORDER.code(), WRONG_PLACE),
            Map.entry(JobCode.SCAN_NOT_AWAITED.code(), WRONG_PLACE),
            Map.entry(JobCode.REQUEST_REUSED.code(), WRONG_PLACE),
            Map.entry(JobCode.PARTS_TAKEN.code(), NOT_APPROVED),
            Map.entry(JobCode.NO_ORDER.code(), WRONG_PLACE),
            Map.entry(JobCode.ORDER_CONTRADICTS.code(), NOT_APPROVED),
            Map.entry("KW-MATCH-002", WRONG_PLACE),
            Map.entry("KW-MATCH-003", AMBIGUOUS),
            Map.entry("KW-MATCH-006", OUT_OF_LIMITS));

    private final int number;

    ScanResult(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The result of a job that has come to rest, or is on its way. */
    static ScanResult of(Job job) {
        if (!job.state().isBad()) {
            return OFFERED;
        }
        Optional<String> code = job.problem().map(Problem::code);
        if (job.state() == JobState.REFUSED) {
            return code.map(ScanResult::of).orElse(NOT_DELIVERED);
        }
        return code.filter(UNREACHABLE::contains).isPresent() ? MACHINE_OFFLINE : NOT_DELIVERED;
    }

    /** The result where a scan is refused with this code. */
    static ScanResult of(String code) {
        ScanResult known = BY_CODE.get(code);
        if (known != null) {
            return known;
        }
        if (code.startsWith("KW-MATCH")) {
            return NOT_APPROVED;
        }
        return code.startsWith("KW-ID") || code.startsWith("KW-TRY") ? NOT_RECOGNISED : NOT_DELIVERED;
    }
}
