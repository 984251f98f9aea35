package io.poseidon.workbench.query.theatre.script;

import static io.poseidon.workbench.query.theatre.stage.Weakness.AUDIT_ALONE;
import static io.poseidon.workbench.query.theatre.stage.Weakness.COHORT_ALONE;
import static io.poseidon.workbench.query.theatre.stage.Weakness.NOISE_ALONE;
import static io.poseidon.workbench.query.theatre.stage.Weakness.PAIRS_COMPARED;

import io.poseidon.workbench.query.theatre.stage.Cast;
import java.util.List;

/// All attacks, in the order in which they are played.
public final class Programme {

    private static final String CELL = "age_band = '70+' AND category = 'jewelry'";
    private static final double HALF_A_PURCHASE = 475_000;

    private Programme() {}

    public static List<Attack> attacks() {
        return List.of(
                complementary(),
                padding(),
                differencing(),
                tracker(),
                new Averaging(),
                new Reconstruction(),
                new ErrorOracle(),
                new Stopwatch(),
                dominance());
    }

    private static String sums(String where) {
        return "SELECT region, SUM(amount) FROM txn WHERE " + where + " GROUP BY region ORDER BY region";
    }

    /// The hidden category is the margin less the categories that are shown.
    private static Attack complementary() {
        return new Script(
                "complementary-subtraction",
                "A1, S01",
                Cast.ALONE,
                List.of(COHORT_ALONE, AUDIT_ALONE, NOISE_ALONE),
                month -> List.of(
                        sums("age_band = '70+' AND month = " + month),
                        "SELECT region, category, SUM(amount) FROM txn WHERE age_band = '70+' AND month = " + month
                                + " GROUP BY region, category ORDER BY ALL"),
                Script.combination(1, -1),
                HALF_A_PURCHASE);
    }

    private static Attack padding() {
        return new Script(
                "padding",
                "A2",
                Cast.PLANTED,
                List.of(COHORT_ALONE, AUDIT_ALONE, NOISE_ALONE),
                month -> List.of(sums(CELL + " AND month = " + month)),
                Script.combination(1),
                Cast.PLANTED.companionsSpent() + HALF_A_PURCHASE);
    }

    private static Attack differencing() {
        return new Script(
                "differencing",
                "A3, S01",
                Cast.ALONE,
                List.of(COHORT_ALONE, PAIRS_COMPARED, AUDIT_ALONE, NOISE_ALONE),
                month -> List.of(sums("month = " + month), sums("month = " + month + " AND NOT (" + CELL + ")")),
                Script.combination(1, -1),
                HALF_A_PURCHASE);
    }

    /// With C the target's cell and T = cafe: (C or T) + (C or not T) − all = C.
    private static Attack tracker() {
        return new Script(
                "tracker",
                "A11, S03",
                Cast.ALONE,
                List.of(COHORT_ALONE, PAIRS_COMPARED, AUDIT_ALONE, NOISE_ALONE),
                month -> List.of(
                        sums("month = " + month + " AND (" + CELL + " OR category = 'cafe')"),
                        sums("month = " + month + " AND (" + CELL + " OR NOT category = 'cafe')"),
                        sums("month = " + month)),
                Script.combination(1, 1, -1),
                HALF_A_PURCHASE);
    }

    /// One person is nearly all of the sum, whatever the number of people.
    private static Attack dominance() {
        return new Script(
                "dominance",
                "A15, S21",
                Cast.WHALE,
                List.of(COHORT_ALONE, NOISE_ALONE),
                month -> List.of(sums(CELL + " AND month = " + month)),
                Script.combination(1),
                (Cast.WHALE_LOW + Cast.WHALE_HIGH) / 2.0);
    }
}
