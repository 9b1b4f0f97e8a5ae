package org.keyway.job.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Scan;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;

/** The last scans of one station, to recognise a repeated one. Used under the station's lock. */
final class RecentScans {
    private static final int CAPACITY = 256;

    private final Map<String, Sent> byRequest = bounded();
    private final Map<Label, Seen> byLabel = bounded();

    private record Label(Scan scan, Optional<String> operation) {}

    private record Sent(Label label, Submission submission) {}

    private record Seen(Submission submission, Instant at) {}

    /** Whether another label was sent under this request's id: then it is no repeat but a mistake of the sender. */
    boolean isReused(ScanRequest request) {
        return request.requestId()
                .map(byRequest::get)
                .filter(sent -> !sent.label().equals(label(request)))
                .isPresent();
    }

    /** The submission that this request repeats. */
    Optional<Submission> repeated(ScanRequest request, Duration window, Instant now) {
        Optional<Submission> sameRequest =
                request.requestId().map(byRequest::get).map(Sent::submission);
        return sameRequest.isPresent()
                ? sameRequest
                : Optional.ofNullable(byLabel.get(label(request)))
                        .filter(seen -> now.isBefore(seen.at().plus(window)))
                        .map(Seen::submission);
    }

    void remember(ScanRequest request, Submission submission, Instant now) {
        request.requestId().ifPresent(id -> byRequest.put(id, new Sent(label(request), submission)));
        byLabel.put(label(request), new Seen(submission, now));
    }

    /** Forgets the labels, not the requests: the next scan of any of them counts anew. */
    void forgetLabels() {
        byLabel.clear();
    }

    private static Label label(ScanRequest request) {
        return new Label(request.scan(), request.operation());
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > CAPACITY;
            }
        };
    }
}
