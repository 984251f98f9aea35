package io.poseidon.workbench.query.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.policy.ledger.ListedSet;
import io.poseidon.workbench.policy.span.CellSet;
import io.poseidon.workbench.query.rows.people.PeopleLists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Totals over uploaded lists held against each other, without rows.
final class ListedHistoryTest {

    private static final int CELLS = 8;
    private static final int COHORT = 5;
    private static final Told NOTHING = new Told(List.of(), List.of());

    @TempDir
    private Path folder;

    private PeopleLists lists;

    @BeforeEach
    void open() {
        lists = new PeopleLists(folder, new byte[] {1, 2, 3});
    }

    private Told about(TreeSet<Integer> people, int from, int to) {
        var set = new BitSet();
        set.set(from, to);
        var names = people.stream().map(person -> "u" + person).toList();
        return new Told(List.of(), List.of(new ListedSet(List.of(new ListedSet.Part(lists.keep(names), set)))));
    }

    private boolean admits(Told before, Told now) {
        return new HistoryAudit(CELLS, COHORT, lists).admits("buyer", before, now);
    }

    @Test
    void twoListsMayBeAskedAboutWhereTheirDifferencesAreLargeEnough() {
        var random = new Random(9);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            var one = people(random);
            var other = people(random);
            var mine = less(one, other);
            var theirs = less(other, one);
            boolean differ = !mine.isEmpty() || !theirs.isEmpty();
            boolean expected = differ && mine.size() < COHORT && theirs.size() < COHORT;
            refused += expected ? 1 : 0;
            assertEquals(
                    !expected,
                    admits(about(one, 0, CELLS), about(other, 0, CELLS)),
                    "round " + round + ": " + mine + " against " + theirs);
        }
        assertTrue(refused > 20, "both verdicts are met: " + refused);
    }

    @Test
    void whoIsInNoListIsManyWhateverIsAskedOfAll() {
        var everybody = new BitSet();
        everybody.set(0, CELLS);
        var all = new Told(List.of(CellSet.of(everybody)), List.of());
        assertTrue(admits(all, about(range(0, 40), 0, CELLS)), "all but my customers");
        assertTrue(admits(NOTHING, all));
    }

    @Test
    void oneDeclaredCellOfAListIsNotGivenAwayByTwoOthers() {
        var mine = range(0, 40);
        assertFalse(admits(about(mine, 0, 5), about(mine, 0, 4)));
        assertTrue(admits(about(mine, 0, 5), about(mine, 0, 5)), "the same again");
    }

    @Test
    void threeListsThatLeaveOnePersonAreStopped() {
        var left = range(0, 20);
        var right = range(20, 40);
        var whole = range(0, 41);
        var both = new Told(List.of(), List.of(part(left), part(right)));
        assertTrue(admits(new Told(List.of(), List.of(part(left))), about(right, 0, CELLS)));
        assertFalse(admits(both, about(whole, 0, CELLS)), "40 known, 41 asked");
        assertTrue(admits(both, about(range(0, 60), 0, CELLS)), "20 others are enough");
    }

    @Test
    void totalsThatAreAddedUpFromPartsAreHeldAgainstALongerOrShorterList() {
        var random = new Random(10);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            var one = people(random);
            var other = people(random);
            var parts = new ArrayList<ListedSet>();
            int cut = 2 + random.nextInt(CELLS - 3);
            parts.addAll(about(one, 0, cut).listed());
            parts.addAll(about(one, cut, CELLS).listed());
            int apart = less(one, other).size() + less(other, one).size();
            if (apart > 0 && apart < COHORT) {
                refused++;
                assertFalse(admits(new Told(List.of(), parts), about(other, 0, CELLS)), "round " + round);
                assertFalse(
                        admits(about(other, 0, CELLS), new Told(List.of(), parts)), "the other way, round " + round);
            }
        }
        assertTrue(refused > 20, "met: " + refused);
        var parts = new ArrayList<>(about(range(0, 20), 0, 4).listed());
        parts.addAll(about(range(0, 20), 4, CELLS).listed());
        assertTrue(admits(new Told(List.of(), parts), about(range(0, 30), 0, CELLS)), "ten others are enough");
        assertTrue(admits(new Told(List.of(), parts), about(range(0, 20), 0, CELLS)), "the same people");
    }

    private ListedSet part(TreeSet<Integer> people) {
        return about(people, 0, CELLS).listed().getFirst();
    }

    private static TreeSet<Integer> people(Random random) {
        var people = range(0, 12 + random.nextInt(12));
        people.removeIf(person -> random.nextInt(8) == 0);
        return people;
    }

    private static TreeSet<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<Integer> less(TreeSet<Integer> all, TreeSet<Integer> without) {
        var left = new TreeSet<>(all);
        left.removeAll(without);
        return left;
    }
}
