package io.poseidon.workbench.crypto.aead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Who may lead, whatever the machine; which is faster is for the benchmark to say.
final class OpeningRaceTest {

    @Test
    void oursServesWithoutARaceWhereThereIsLittleToOpen() {
        var race = new OpeningRace();
        race.expect(OpeningRace.FROM - 1);
        for (int i = 0; i < 50; i++) {
            race.run();
        }
        assertEquals(Way.PAIRS, race.leader());
    }

    @Test
    void nothingIsComparedBeforeMuchHasBeenOpened() {
        var race = new OpeningRace();
        race.expect(OpeningRace.FROM / 2);
        race.expect(OpeningRace.FROM / 2 - 1);
        for (int i = 0; i < 50; i++) {
            race.run();
        }
        assertEquals(Way.PAIRS, race.leader());
    }

    @Test
    void aRaceThatIsOverStaysOver() {
        for (var way : Way.values()) {
            var race = OpeningRace.wonBy(way);
            race.expect(2 * OpeningRace.FROM);
            for (int i = 0; i < 50; i++) {
                race.run();
            }
            assertEquals(way, race.leader());
        }
    }
}
