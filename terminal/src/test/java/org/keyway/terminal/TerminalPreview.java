package org.keyway.terminal;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.profile.StateNode;
import org.keyway.terminal.fake.FakeJobs;

/** Runs the pages over the shop floor in memory, to look at them: {@code GOOD …}, {@code SLOW …}, {@code FAIL …}, else refused. */
final class TerminalPreview {
    private TerminalPreview() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
        TestServer server = new TestServer(new TerminalConfiguration("127.0.0.1", port));
        System.out.println("preview at " + server.uri("/"));
        int seen = 0;
        while (true) {
            while (seen < server.floor.requests().size()) {
                seen++;
                play(server, server.floor.last());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void play(TestServer server, Job job) {
        int pause = job.data().startsWith("SLOW") ? 3000 : 60;
        if (!job.data().matches("(GOOD|SLOW|FAIL).*")) {
            server.floor.change(FakeJobs.refused(job, Instant.now()));
            return;
        }
        Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS);
        Job matched = step(server, step(server, job, JobState.IDENTIFIED), JobState.MATCHED);
        CompletableFuture<Void> played = CompletableFuture.supplyAsync(
                        () -> step(server, matched, JobState.STAGED), later)
                .thenApplyAsync(staged -> finish(server, staged), later)
                .thenAcceptAsync(done -> run(server, done), CompletableFuture.delayedExecutor(8, TimeUnit.SECONDS));
        played.exceptionally(failure -> {
            failure.printStackTrace();
            return null;
        });
    }

    private static Job finish(TestServer server, Job staged) {
        if (staged.data().startsWith("FAIL")) {
            Job failed = FakeJobs.failed(staged, Instant.now());
            server.floor.change(failed);
            return failed;
        }
        Job released = step(server, step(server, staged, JobState.VERIFIED), JobState.RELEASED);
        return step(server, released, JobState.ACCEPTED);
    }

    private static void run(TestServer server, Job job) {
        if (job.state() == JobState.ACCEPTED) {
            server.floor.machine("HMC-01", StateNode.State.RUNNING, "Running");
            CompletableFuture.delayedExecutor(6, TimeUnit.SECONDS).execute(() -> {
                server.floor.machine("HMC-01", StateNode.State.READY, "Idle");
                server.floor.change(FakeJobs.completed(job, Instant.now()));
            });
        }
    }

    private static Job step(TestServer server, Job job, JobState state) {
        Job moved = FakeJobs.moved(job, state, Instant.now());
        server.floor.change(moved);
        return moved;
    }
}
