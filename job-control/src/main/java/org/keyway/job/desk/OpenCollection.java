package org.keyway.job.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Scan;
import org.keyway.job.Job;
import org.keyway.job.ScanCollection;
import org.keyway.job.ScanRequest;
import org.keyway.profile.ScanRole;
import org.keyway.profile.ScanSequence;

/**
 * A job that waits for further scans.
 *
 * @param sequence as it was when the job began, whatever the workshop says meanwhile
 * @param requests the scans that fitted, in their order
 */
record OpenCollection(Job job, ScanSequence sequence, List<ScanRequest> requests) {
    OpenCollection {
        requests = List.copyOf(requests);
    }

    /** The role that is due. */
    ScanRole due() {
        return sequence.roles().get(requests.size());
    }

    /** Whether this very label was taken already. */
    boolean has(Scan scan) {
        return requests.stream().anyMatch(request -> request.scan().equals(scan));
    }

    boolean isOver(Instant now) {
        return job.collection()
                .map(ScanCollection::until)
                .filter(until -> !now.isBefore(until))
                .isPresent();
    }

    OpenCollection with(ScanRequest request, Job after) {
        List<ScanRequest> more = new ArrayList<>(requests);
        more.add(request);
        return new OpenCollection(after, sequence, more);
    }

    OpenCollection now(Job after) {
        return new OpenCollection(after, sequence, requests);
    }

    /** The last scan for the planner: it asks for the operation that the first of the scans to name one asked for. */
    ScanRequest asOne(ScanRequest last) {
        Optional<String> operation = requests.stream()
                .flatMap(request -> request.operation().stream())
                .findFirst()
                .or(last::operation);
        return new ScanRequest(last.station(), last.scan(), operation, last.requestId());
    }
}
