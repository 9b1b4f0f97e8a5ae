package org.keyway.opcua.autoid;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.keyway.job.JobControl;
import org.keyway.job.ScanRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the scans of one reader to the desk, one after another, on a thread that no other reader waits for. */
final class ScanLine {
    private static final Logger LOG = LoggerFactory.getLogger(ScanLine.class);

    /** Whoever has scanned so much more has given up waiting for an answer. */
    private static final int LONGEST = 16;

    private static final int GOODBYE_SECONDS = 5;

    private final JobControl desk;
    private final ReaderRecord record;
    private final ThreadPoolExecutor worker;

    ScanLine(String name, JobControl desk, ReaderRecord record) {
        this.desk = desk;
        this.record = record;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(LONGEST),
                work -> new Thread(work, "reader-" + name));
        worker.allowCoreThreadTimeOut(true);
    }

    /** Puts a scan at the end of the line, or drops it when the line is too long. Returns at once. */
    void add(ScanRequest scan) {
        try {
            worker.execute(() -> submit(scan));
        } catch (RejectedExecutionException tooLong) {
            record.dropped();
        }
    }

    private void submit(ScanRequest scan) {
        try {
            record.taken(desk.submit(scan).repeated());
        } catch (JobControl.UnknownStationException gone) {
            LOG.debug("station {} is gone, its reader will be", scan.station());
        } catch (RuntimeException e) {
            LOG.error("a code read at station {} could not be taken on", scan.station(), e);
            record.trouble(AutoIdCode.NOT_TAKEN_ON, Map.of());
        }
    }

    /** Takes no more and forgets what waits. What is being taken on goes on: an interrupt could cost the database its file. */
    void stop() {
        worker.getQueue().clear();
        worker.shutdown();
    }

    /** Stops, and waits a while for what is being taken on. */
    void finish() {
        stop();
        try {
            if (!worker.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a scan is still being taken on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
