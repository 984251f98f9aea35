package io.poseidon.workbench.pricing.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CoverageMenuTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsTheCheapestCoverThatTryingAllFinds(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var views = views(random, 7, 6);
            var universe = IntStream.range(0, 6).mapToObj(String::valueOf).toList();
            var expected = cheapestByEnumeration(views, universe);
            var found = new CoverageMenu(universe, views).check().universe().map(CheaperViews::cost);
            assertEquals(expected, found, () -> "seed " + seed + " " + views);
        }
    }

    @Test
    void prefersFewerPurchasesAtTheSamePrice() {
        var views = List.of(view("A", 10, "1"), view("B", 10, "2"), view("AB", 20, "1", "2"));
        var universe =
                new CoverageMenu(List.of("1", "2"), views).check().universe().orElseThrow();
        assertEquals(List.of("AB"), universe.views());
    }

    @Test
    void hasNoUniversePriceWhereCellsAreNotForSale() {
        var verdict = new CoverageMenu(List.of("1", "2"), List.of(view("A", 1, "1"))).check();
        assertTrue(verdict.consistent());
        assertEquals(Optional.empty(), verdict.universe());
    }

    @Test
    void manyViewsStayWithinReach() {
        var views = new ArrayList<View>();
        for (int i = 0; i < 40; i++) {
            views.add(view("one-" + i, 3, "c" + i));
            views.add(view("two-" + i, 5, "c" + i, "c" + (i + 1) % 40));
        }
        var universe = IntStream.range(0, 18).mapToObj(i -> "c" + i).toList();
        var verdict = new CoverageMenu(universe, views).check();
        assertEquals(Optional.of(Rational.of(45)), verdict.universe().map(CheaperViews::cost));
    }

    private static View view(String name, long price, String... cells) {
        return new View(name, Set.of(cells), Rational.of(price));
    }

    private static List<View> views(Random random, int count, int cells) {
        var views = new ArrayList<View>();
        for (int i = 0; i < count; i++) {
            var held = new HashSet<String>();
            for (int cell = 0; cell < cells; cell++) {
                if (random.nextInt(3) == 0) {
                    held.add(String.valueOf(cell));
                }
            }
            views.add(new View("V" + i, held, Rational.of(random.nextInt(20))));
        }
        return views;
    }

    private static Optional<Rational> cheapestByEnumeration(List<View> views, List<String> universe) {
        Optional<Rational> best = Optional.empty();
        for (int set = 0; set < 1 << views.size(); set++) {
            var held = new HashSet<String>();
            var cost = Rational.ZERO;
            for (int i = 0; i < views.size(); i++) {
                if ((set >> i & 1) == 1) {
                    held.addAll(views.get(i).cells());
                    cost = cost.plus(views.get(i).price());
                }
            }
            if (held.containsAll(universe) && (best.isEmpty() || cost.compareTo(best.get()) < 0)) {
                best = Optional.of(cost);
            }
        }
        return best;
    }
}
