package io.poseidon.workbench.shell.home;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A purchase that was open once, as its manifest and licence named it then; nothing of its content.
public record RecentPurchase(
        Path file,
        String title,
        String edition,
        String publisher,
        String version,
        LocalDate validUntil,
        long bytes,
        Instant opened) {

    /// What the list says about it.
    public enum State {
        UNLOCKED,
        LOCKED,
        ENDING,
        EXPIRED,
        MISSING
    }

    private static final long ENDS_SOON_DAYS = 30;

    /// The licence holds to the end of its last day.
    public State stateOn(LocalDate today, boolean present, boolean unlocked) {
        if (!present) {
            return State.MISSING;
        }
        if (today.isAfter(validUntil)) {
            return State.EXPIRED;
        }
        if (unlocked) {
            return State.UNLOCKED;
        }
        return daysLeft(today) <= ENDS_SOON_DAYS ? State.ENDING : State.LOCKED;
    }

    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, validUntil);
    }

    RecentPurchase at(Path other) {
        return new RecentPurchase(other, title, edition, publisher, version, validUntil, bytes, opened);
    }
}
