package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// From when until when, to the second.
public record Validity(Instant from, Instant until) {

    /// Clocks of members differ; a certificate made this minute should serve this minute.
    private static final Duration SKEW = Duration.ofHours(1);

    private static final int LONGEST_DAYS = 3650;

    public Validity {
        from = from.truncatedTo(ChronoUnit.SECONDS);
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    /// From one to 3,650 days.
    public static Validity days(Instant now, int days) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw Problem.of(Kind.USAGE, Validity.class, "validity-out-of-range", LONGEST_DAYS);
        }
        return new Validity(now.minus(SKEW), now.plus(Duration.ofDays(days)));
    }

    /// For the authority itself, which must outlive the members it admits later.
    Validity longest() {
        return new Validity(from, from.plus(Duration.ofDays(2L * LONGEST_DAYS)));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && !instant.isAfter(until);
    }
}
