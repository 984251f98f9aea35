package io.poseidon.workbench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class JobsTest {

    private final Jobs jobs = new Jobs(Runnable::run);

    @Test
    void deliversTheResultOnce() throws Exception {
        var outcome = new CompletableFuture<Outcome<Integer>>();
        jobs.start("add", progress -> 1 + 1, outcome::complete);
        assertEquals(new Outcome.Done<>(2), outcome.get(60, TimeUnit.SECONDS));
    }

    @Test
    void theEndComesAfterAllThatRanWasDelivered() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<String>());
        var ended = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        jobs.start(
                "wait",
                progress -> {
                    started.countDown();
                    Thread.sleep(60_000);
                    return 1;
                },
                outcome -> order.add(outcome.getClass().getSimpleName()));
        assertTrue(started.await(60, TimeUnit.SECONDS));
        jobs.close(() -> {
            order.add("end");
            ended.countDown();
        });
        assertTrue(ended.await(60, TimeUnit.SECONDS));
        assertTrue(jobs.awaitEnd(Duration.ofSeconds(60)));
        assertEquals(List.of("Cancelled", "end"), order);
    }

    @Test
    void theEndComesAtOnceWhereNothingRuns() {
        var ended = new AtomicBoolean();
        jobs.close(() -> ended.set(true));
        assertTrue(ended.get());
    }

    @Test
    void deliversWhatTheWorkThrew() throws Exception {
        var outcome = new CompletableFuture<Outcome<Integer>>();
        jobs.start(
                "fail",
                progress -> {
                    throw new IllegalStateException("on purpose");
                },
                outcome::complete);
        var failed = assertInstanceOf(Outcome.Failed.class, outcome.get(60, TimeUnit.SECONDS));
        assertEquals("on purpose", failed.cause().getMessage());
    }

    @Test
    void cancellingRunsTheHooksAndInterruptsTheWork() throws Exception {
        var outcome = new CompletableFuture<Outcome<Integer>>();
        var hook = new AtomicBoolean();
        var started = new CountDownLatch(1);
        var job = jobs.start(
                "wait",
                progress -> {
                    progress.onCancel(() -> hook.set(true));
                    started.countDown();
                    Thread.sleep(60_000);
                    return 1;
                },
                outcome::complete);
        assertTrue(started.await(60, TimeUnit.SECONDS));
        job.cancel();
        assertInstanceOf(Outcome.Cancelled.class, outcome.get(60, TimeUnit.SECONDS));
        assertTrue(hook.get());
        assertTrue(jobs.running().isEmpty());
    }

    @Test
    void coalescesReportsWhileADeliveryWaits() throws Exception {
        List<Runnable> queue = Collections.synchronizedList(new ArrayList<>());
        var later = new Jobs(queue::add);
        var seen = new ArrayList<JobState>();
        later.listen(seen::add);
        var ran = new CountDownLatch(1);
        later.start(
                "many",
                progress -> {
                    for (int i = 0; i < 1_000; i++) {
                        progress.report(i / 1000.0, "step " + i);
                    }
                    ran.countDown();
                    return 1;
                },
                outcome -> {});
        assertTrue(ran.await(60, TimeUnit.SECONDS));
        while (!later.running().isEmpty()) {
            Thread.onSpinWait();
        }
        List.copyOf(queue).forEach(Runnable::run);
        assertTrue(seen.size() <= 3, "deliveries: " + seen.size());
        assertEquals(JobState.Phase.DONE, seen.getLast().phase());
    }
}
