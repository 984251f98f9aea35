package io.poseidon.workbench.shell.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.shell.home.RecentPurchase.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentPurchasesTest {

    private static final LocalDate UNTIL = LocalDate.of(2027, 9, 30);

    @TempDir
    Path folder;

    @Test
    void remembersTheLatestFirstAndEachFileOnce() {
        var recent = new RecentPurchases(folder);
        recent.remember(purchase("a.poseidon"));
        recent.remember(purchase("b.poseidon"));
        recent.remember(purchase("a.poseidon"));
        var again = new RecentPurchases(folder).list();
        assertEquals(2, again.size());
        assertEquals(Path.of("a.poseidon"), again.getFirst().file());
    }

    @Test
    void keepsTwelve() {
        var recent = new RecentPurchases(folder);
        for (int i = 0; i < 20; i++) {
            recent.remember(purchase(i + ".poseidon"));
        }
        assertEquals(12, recent.list().size());
    }

    @Test
    void leavesOutWhatItCannotRead() throws IOException {
        new RecentPurchases(folder).remember(purchase("a.poseidon"));
        var file = folder.resolve("recent.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\\[", "[{\"file\":7},"));
        assertEquals(1, new RecentPurchases(folder).list().size());
    }

    @Test
    void setsABrokenFileAside() throws IOException {
        Files.writeString(folder.resolve("recent.json"), "{ not json");
        assertTrue(new RecentPurchases(folder).list().isEmpty());
        assertTrue(Files.exists(folder.resolve("recent.json.broken")));
    }

    @Test
    void saysHowALicenceStands() {
        var one = purchase("a.poseidon");
        assertEquals(State.LOCKED, one.stateOn(UNTIL.minusDays(31), true, false));
        assertEquals(State.UNLOCKED, one.stateOn(UNTIL.minusDays(31), true, true));
        assertEquals(State.ENDING, one.stateOn(UNTIL.minusDays(9), true, false));
        assertEquals(State.ENDING, one.stateOn(UNTIL, true, false), "the last day belongs to it");
        assertEquals(State.EXPIRED, one.stateOn(UNTIL.plusDays(1), true, true));
        assertEquals(State.MISSING, one.stateOn(UNTIL, false, true));
    }

    static RecentPurchase purchase(String file) {
        return new RecentPurchase(
                Path.of(file),
                "Card spending by region and age",
                "2026 Q3",
                "Hangang Data Market",
                "gold",
                UNTIL,
                1_815_210,
                Instant.parse("2026-11-22T00:12:00Z"));
    }
}
