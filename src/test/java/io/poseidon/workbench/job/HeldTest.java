package io.poseidon.workbench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeldTest {

    private final AtomicInteger freed = new AtomicInteger();
    private final Held held = new Held(freed::incrementAndGet);

    @Test
    void isFreedAtOnceWhereNobodyHoldsIt() {
        held.close();
        assertEquals(1, freed.get());
    }

    @Test
    void isFreedByWhoeverLetsGoLast() {
        var first = held.hold();
        var second = held.hold();
        held.close();
        first.close();
        assertEquals(0, freed.get());
        second.close();
        assertEquals(1, freed.get());
    }

    @Test
    void lettingGoTwiceCountsOnce() {
        var first = held.hold();
        var second = held.hold();
        first.close();
        first.close();
        held.close();
        held.close();
        assertEquals(0, freed.get());
        second.close();
        assertEquals(1, freed.get());
    }

    @Test
    void nobodyBeginsToHoldWhatItsOwnerHasClosed() {
        try (var hold = held.hold()) {
            held.close();
            assertThrows(CancelledException.class, held::hold);
            assertEquals(0, freed.get());
        }
        assertEquals(1, freed.get());
    }
}
