package io.poseidon.workbench.query.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.SamplePurchase;
import org.junit.jupiter.api.Test;

/// Looking ahead on the purchase that is shipped, whose suppressed cells stand in it without numbers.
class SamplePreflightTest {

    @Test
    void countsSuppressedCellsAsHiddenAndLooksAtTheOthers() {
        try (var purchase = new SamplePurchase()) {
            var all = purchase.queries.preflight("SELECT sum(amount_sum) AS won FROM spend", Progress.NONE);
            var known = assertInstanceOf(Suppression.Known.class, all.suppressed());
            assertEquals(3672, known.all());
            assertEquals(504, known.hidden());
            var sparse = purchase.queries.preflight(
                    "SELECT region, age_band, sum(amount_sum) AS won FROM spend WHERE category = 'jewelry' AND month ="
                            + " 9 GROUP BY region, age_band",
                    Progress.NONE);
            var half =
                    assertInstanceOf(Width.Half.class, sparse.widths().getLast().extent());
            assertTrue(half.least() > 1_000_000, half.toString());
        }
    }
}
