package org.keyway.opcua.scan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.AccessContext;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.keyway.identifier.Message;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.Jobs;
import org.keyway.job.Problem;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;
import org.keyway.opcua.space.MachineNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scan that was handed over for one machine. A request that comes again within a day is answered by the job that it made; a
 * PLC may count its requests from the beginning after that.
 */
final class SubmittedScan {
    /** In characters. */
    static final int LONGEST_REQUEST = 36;

    private static final Logger LOG = LoggerFactory.getLogger(SubmittedScan.class);
    /** Whoever calls waits so long at most; then the job is on its way, and its state tells the rest. */
    private static final long PATIENCE_MILLIS = 2000;

    private final MachineNode machine;
    private final JobControl control;
    private final Jobs jobs;
    private final Clock clock;

    SubmittedScan(MachineNode machine, JobControl control, Jobs jobs, Clock clock) {
        this.machine = machine;
        this.control = control;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The outputs: result code, sequence number of the offer, job, sentence. */
    Variant[] submit(AccessContext access, List<String> arguments) {
        String request = arguments.get(0);
        String station = arguments.get(1).isEmpty() ? machine.machine().station() : arguments.get(1);
        if (request.isBlank() || !station.equals(machine.machine().station())) {
            return outputs(ScanResult.WRONG_PLACE, 0, "", wrongPlace(request));
        }
        LOG.info("{} is handed a scan by {}", machine.machine().id(), arguments.get(5));
        String id = requestId(request);
        Submission submission = control.submit(new ScanRequest(
                station,
                SubmittedCode.scan(arguments.get(2), arguments.get(3), arguments.get(4)),
                Optional.of(machine.machine().operation()),
                Optional.of(id)));
        Job job = rested(submission);
        boolean another = submission.repeated() && !job.requestId().equals(Optional.of(id));
        ScanResult result = another && !job.state().isFinal() ? ScanResult.SAME_JOB_ACTIVE : ScanResult.of(job);
        return outputs(result, offer(), job.id(), sentence(job, access.getSession()));
    }

    private static LocalizedText wrongPlace(String request) {
        return LocalizedText.english(
                request.isBlank() ? "A request needs an id." : "The machine is at another station. Scan there.");
    }

    /** The id under which the request is on record: the one of the last day, or a new one. */
    private String requestId(String request) {
        Instant now = clock.instant();
        String yesterdays = requestId(request, now.minus(1, DAYS));
        boolean again = jobs.findByRequest(yesterdays)
                .filter(job -> Duration.between(job.steps().get(0).at(), now).compareTo(Duration.ofDays(1)) < 0)
                .isPresent();
        return again ? yesterdays : requestId(request, now);
    }

    private String requestId(String request, Instant day) {
        return machine.machine().id() + "/" + request + "@"
                + day.getEpochSecond() / Duration.ofDays(1).toSeconds();
    }

    private static Job rested(Submission submission) {
        try {
            return submission.atRest().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillOnItsWay) {
            return submission.job();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return submission.job();
        }
    }

    /** The sequence number that the machine's hand-over shows; 0 where it has none. */
    private long offer() {
        NodeId begin = new NodeId(
                machine.root().getNodeId().getNamespaceIndex(),
                machine.machine().id() + "/Handover/OfferSeqBegin");
        return machine.server()
                .getAddressSpaceManager()
                .getManagedNode(begin)
                .filter(UaVariableNode.class::isInstance)
                .map(node -> ((UaVariableNode) node).getValue().value().value())
                .filter(UInteger.class::isInstance)
                .map(seq -> ((UInteger) seq).longValue())
                .orElse(0L);
    }

    private static LocalizedText sentence(Job job, Optional<Session> session) {
        Message message = job.problem()
                .map(Problem::message)
                .orElse(new Message(job.state().name(), job.state().name()));
        boolean chinese = session.map(Session::getLocaleIds)
                .map(List::of)
                .filter(locales -> !locales.isEmpty() && locales.get(0).startsWith("zh"))
                .isPresent();
        return chinese ? new LocalizedText("zh", message.zh()) : LocalizedText.english(message.en());
    }

    private static Variant[] outputs(ScanResult result, long offer, String job, LocalizedText message) {
        return new Variant[] {
            Variant.ofInt32(result.number()),
            Variant.ofUInt32(UInteger.valueOf(offer)),
            Variant.ofString(job),
            Variant.ofLocalizedText(message)
        };
    }
}
