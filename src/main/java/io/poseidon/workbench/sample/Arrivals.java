package io.poseidon.workbench.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// When rows come in: in the ten days after their month, some more than fourteen days late, and what Central sends
/// twice in three bursts. Days are counted from the first of January.
final class Arrivals {

    static final int YEAR = 2026;

    private static final int USUAL_DAYS = 10;
    private static final int LATE_FROM = 15;
    private static final int LATE_DAYS = 30;
    private static final int AGAIN_WITHIN = 5;

    private static final List<LocalDate> BURSTS =
            List.of(LocalDate.of(YEAR, 10, 13), LocalDate.of(YEAR, 10, 21), LocalDate.of(YEAR, 11, 2));

    /// Per cent of rows that come late, by shard.
    private static final Map<String, Double> LATE =
            Map.of("seoul", 2.0, "capital", 3.0, "yeongnam", 5.0, "central", 3.0, "honam-jeju", 15.0);

    private final boolean inBursts;
    private final double late;

    Arrivals(String shard) {
        this.inBursts = shard.equals("central");
        this.late = LATE.getOrDefault(shard, 0.0);
    }

    /// The day on which a row of this month comes in.
    long first(int month, SplittableRandom random) {
        long day = dayOf(LocalDate.of(YEAR, month, 1).plusMonths(1)) + random.nextInt(USUAL_DAYS);
        return random.nextDouble() * 100 < late ? day + LATE_FROM + random.nextInt(LATE_DAYS) : day;
    }

    /// The day on which a row comes in again.
    long again(long first, SplittableRandom random) {
        return inBursts
                ? Math.max(first, dayOf(BURSTS.get(random.nextInt(BURSTS.size()))))
                : first + 1 + random.nextInt(AGAIN_WITHIN);
    }

    private static long dayOf(LocalDate date) {
        return ChronoUnit.DAYS.between(LocalDate.of(YEAR, 1, 1), date);
    }
}
