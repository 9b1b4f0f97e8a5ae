package org.keyway.terminal.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Message;
import org.keyway.job.MachineDoubt;
import org.keyway.job.Problem;

/** One job in doubt on one machine, which two people may end. */
public final class FakeDoubt implements MachineDoubt {
    public static final String MACHINE = "HMC-01";
    public static final String JOB = "01J0000000000000000000DBT1";

    private static final Problem PROBLEM =
            new Problem("KW-DEL-006", new Message("It stopped answering.", "没有应答。"), Map.of());
    private static final Problem NOT_TWO = new Problem("KW-HAND-040", new Message("Two people.", "两个人。"), Map.of());

    private volatile boolean open = true;

    @Override
    public List<Doubt> open(String machine) {
        Doubt doubt = new Doubt(Optional.of(JOB), PROBLEM, Optional.of(Instant.parse("2026-11-25T08:00:00Z")));
        return open && machine.equals(MACHINE) ? List.of(doubt) : List.of();
    }

    @Override
    public Outcome end(String machine, Statement statement) {
        if (!statement.isComplete()) {
            return new Outcome.Refused(NOT_TWO);
        }
        open = false;
        return new Outcome.Ended(List.of());
    }
}
