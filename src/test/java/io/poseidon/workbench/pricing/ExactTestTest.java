package io.poseidon.workbench.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExactTestTest {

    private static final int MENUS = 400;

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTryingEveryMultiset(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MENUS; i++) {
            var menu = menu(random, 1 + random.nextInt(5), 12, 30);
            boolean free = ExactTest.check(menu) instanceof Certificate.Free;
            assertEquals(freeByEnumeration(menu), free, () -> "seed " + seed + " " + menu);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRelaxedMenuIsFreeAndBothRepairsHold(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MENUS; i++) {
            var menu = menu(random, 1 + random.nextInt(6), 40, 100);
            if (RelaxedTest.check(menu).holds()) {
                assertInstanceOf(Certificate.Free.class, ExactTest.check(menu), () -> "seed " + seed + " " + menu);
            }
            var exact = Repair.exact(menu);
            var relaxed = Repair.relaxed(menu);
            assertInstanceOf(Certificate.Free.class, ExactTest.check(Repair.repriced(menu, exact)));
            assertTrue(RelaxedTest.check(Repair.repriced(menu, relaxed)).holds());
            for (int j = 0; j < exact.size(); j++) {
                assertTrue(relaxed.get(j).compareTo(exact.get(j)) <= 0);
                assertTrue(exact.get(j).compareTo(relaxed.get(j).times(Rational.of(2))) <= 0);
                assertTrue(exact.get(j).compareTo(menu.offers().get(j).price()) <= 0);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aVerdictDoesNotDependOnOrderOrUnits(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MENUS; i++) {
            var menu = menu(random, 4, 20, 60);
            var scaled = new Menu(menu.offers().reversed().stream()
                    .map(offer -> new Offer(
                            offer.precision().times(Rational.of(7, 1000)),
                            offer.price().times(Rational.of(3, 7))))
                    .toList());
            assertEquals(
                    ExactTest.check(menu) instanceof Certificate.Free,
                    ExactTest.check(scaled) instanceof Certificate.Free,
                    () -> "seed " + seed + " " + menu);
        }
    }

    @Test
    void namesTheListThatSavesMost() {
        var found = assertInstanceOf(Certificate.Arbitrage.class, ExactTest.check(menu(new String[][] {
            {"1", "100"}, {"2", "150"}, {"3", "280"}, {"4", "350"}
        })));
        assertEquals(Rational.of(4), found.list().target().precision());
        assertEquals(Rational.of(50), found.list().saving());
        assertEquals(2, found.list().cover().count());
    }

    @Test
    void decidesHugePrecisionsThatLeaveFewRemainders() {
        var menu = menu(new String[][] {{"1", "1"}, {"1000000000000.0000001", "1000000000001.5"}, {"2e12", "1e12"}});
        assertInstanceOf(Certificate.Arbitrage.class, ExactTest.check(menu));
    }

    @Test
    void decidesOnACoarserGridWhereTheExactOneIsOutOfReach() {
        var menu = menu(new String[][] {
            {"1.000000007", "10"}, {"3.000000011", "29"}, {"700.0000000013", "9000"}, {"1100.00000000017", "11000"}
        });
        var found = assertInstanceOf(Certificate.Arbitrage.class, ExactTest.check(menu));
        assertTrue(found.list().saving().signum() > 0);
        var free = menu(new String[][] {
            {"1.000000007", "10"}, {"3.000000011", "20"}, {"700.0000000013", "3500"}, {"1100.00000000017", "6000"}
        });
        assertInstanceOf(Certificate.Free.class, ExactTest.check(free));
    }

    @Test
    void saysSoWhereNoGridDecides() {
        var menu = menu(new String[][] {
            {"1.000000007", "1.000000007"},
            {"1.700000000011", "1.700000000011"},
            {"700.0000000013", "700.0000000013"},
            {"1100.00000000017", "1100.00000000018"}
        });
        var problem = assertThrows(Problem.class, () -> ExactTest.check(menu));
        assertEquals("pricing-undecided", problem.code());
        assertEquals(
                "pricing-limit",
                assertThrows(Problem.class, () -> Repair.exact(menu)).code());
    }

    @Test
    void nestedReleasesNeedRisingPricesOnly() {
        var convex = menu(new String[][] {{"1", "1"}, {"2", "10"}});
        assertInstanceOf(Certificate.Arbitrage.class, ExactTest.check(convex));
        assertInstanceOf(Certificate.Free.class, ExactTest.checkNested(convex));
        var falling = menu(new String[][] {{"1", "10"}, {"2", "9"}});
        var found = assertInstanceOf(Certificate.Arbitrage.class, ExactTest.checkNested(falling));
        assertEquals(Rational.ONE, found.list().saving());
    }

    private static Menu menu(String[][] rows) {
        return new Menu(Stream.of(rows)
                .map(row -> new Offer(Rational.parse(row[0]), Rational.parse(row[1])))
                .toList());
    }

    private static Menu menu(Random random, int size, int precision, int price) {
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < size; i++) {
            offers.add(new Offer(
                    Rational.of(1 + random.nextInt(precision), 1 + random.nextInt(3)),
                    Rational.of(random.nextInt(price), 1 + random.nextInt(2))));
        }
        return new Menu(offers);
    }

    private static boolean freeByEnumeration(Menu menu) {
        return menu.offers().stream()
                .noneMatch(target -> undercut(menu.offers(), target, 0, Rational.ZERO, Rational.ZERO));
    }

    private static boolean undercut(List<Offer> offers, Offer target, int from, Rational precision, Rational cost) {
        if (cost.compareTo(target.price()) >= 0) {
            return false;
        }
        if (precision.compareTo(target.precision()) >= 0) {
            return true;
        }
        for (int i = from; i < offers.size(); i++) {
            var next = offers.get(i);
            if (undercut(offers, target, i, precision.plus(next.precision()), cost.plus(next.price()))) {
                return true;
            }
        }
        return false;
    }
}
