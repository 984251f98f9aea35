package io.poseidon.workbench.query.view.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.SamplePurchase;
import io.poseidon.workbench.query.result.Result;
import org.junit.jupiter.api.Test;

/// A result of ten million rows, as many as there may be, paged as a grid pages it.
class BigResultTest {

    private static final int PAGE = 256;
    private static final long MOST_BYTES = 256 << 20;

    @Test
    void pagesForwardFarAndBackInFlatMemory() {
        try (var purchase = new SamplePurchase();
                var result = ((Reply.Answered) purchase.queries.ask(
                                "select a.region, a.month, b.age_band, b.txn_count from spend a, spend b limit 9999000",
                                Progress.NONE))
                        .result()) {
            assertEquals(256, result.page(0, PAGE, Progress.NONE).count());
            long before = purchase.memoryInUse();
            for (long at = 0; at < 40 * PAGE; at += PAGE) {
                assertEquals(PAGE, result.page(at, PAGE, Progress.NONE).count());
            }
            assertEquals(PAGE, result.page(9_990_000, PAGE, Progress.NONE).count());
            for (long at = 9_990_000; at > 9_980_000; at -= PAGE) {
                assertEquals(PAGE, result.page(at, PAGE, Progress.NONE).count());
            }
            assertTrue(purchase.memoryInUse() - before < MOST_BYTES, purchase.memoryInUse() + " bytes");
            assertEquals(9_999_000, rows(result));
        }
    }

    private static long rows(Result result) {
        return result.countRows(Progress.NONE);
    }
}
