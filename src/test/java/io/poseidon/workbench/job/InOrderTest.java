package io.poseidon.workbench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final InOrder line = new InOrder(jobs);
    private final List<Integer> done = new ArrayList<>();

    private int noted(int piece) {
        assertEquals(false, Thread.currentThread().isInterrupted());
        done.add(piece);
        return piece;
    }

    @Test
    void doesItInTheOrderInWhichItWasGiven() throws InterruptedException {
        var told = new ArrayList<Integer>();
        for (int i = 0; i < 200; i++) {
            int piece = i;
            line.start("piece", () -> noted(piece), outcome -> told.add(assertDone(outcome)));
        }
        deliveries.settle(jobs);
        assertEquals(IntStream.range(0, 200).boxed().toList(), done);
        assertEquals(done, told.stream().sorted().toList());
    }

    /// Half of them wait behind one that is held up while all jobs are cancelled.
    @Test
    void closingDoesWhatIsLeftThoughItsJobsAreCancelled() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        line.start("first", () -> held(begun, goOn), outcome -> {});
        begun.await();
        for (int i = 1; i < 20; i++) {
            int piece = i;
            line.start("piece", () -> noted(piece), outcome -> {});
        }
        jobs.close();
        goOn.countDown();
        line.close();
        assertEquals(IntStream.range(0, 20).boxed().toList(), done);
        deliveries.settle(jobs);
    }

    @Test
    void aFailureIsToldByItsOwnJobAndKeepsNothingElseFromBeingDone() throws InterruptedException {
        var failure = new IllegalStateException("full");
        var told = new ArrayList<Outcome<Integer>>();
        line.<Integer>start(
                "fails",
                () -> {
                    throw failure;
                },
                told::add);
        line.start("piece", () -> noted(1), told::add);
        deliveries.settle(jobs);
        assertEquals(List.of(1), done);
        var failed = told.stream().filter(Outcome.Failed.class::isInstance).findFirst();
        assertSame(
                failure,
                assertInstanceOf(Outcome.Failed.class, failed.orElseThrow()).cause());
        assertEquals(2, told.size());
    }

    private int held(CountDownLatch begun, CountDownLatch goOn) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return noted(0);
    }

    private static int assertDone(Outcome<Integer> outcome) {
        return switch (outcome) {
            case Outcome.Done<Integer>(Integer piece) -> piece;
            case Outcome.Failed<Integer>(Throwable cause) -> throw new AssertionError(cause);
            case Outcome.Cancelled<Integer> cancelled -> throw new AssertionError(cancelled);
        };
    }
}
