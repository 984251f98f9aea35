package io.poseidon.workbench.query.rows.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.ledger.ListedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UniverseTest {

    private static final int CELLS = 6;
    private static final int COHORT = 5;

    @TempDir
    private Path folder;

    private PeopleLists lists(int key) {
        return new PeopleLists(folder.resolve("people" + key), new byte[] {(byte) key, 1, 2});
    }

    private static List<String> people(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "u" + number).toList();
    }

    private static BitSet cells(int... cells) {
        var set = new BitSet();
        for (int cell : cells) {
            set.set(cell);
        }
        return set;
    }

    private static ListedSet about(String list, BitSet cells) {
        return new ListedSet(List.of(new ListedSet.Part(list, cells)));
    }

    @Test
    void listsThatOverlapSplitTheCellsByWhoIsInBoth() {
        var lists = lists(1);
        var all = about(lists.keep(people(0, 20)), cells(0, 1));
        var but = about(lists.keep(people(1, 20)), cells(0, 1));
        var universe = Universe.of(CELLS, COHORT, List.of(all, but), lists);
        assertEquals(3 * CELLS, universe.size(), "nobody listed, in one, in both");
        var one = universe.of(all);
        one.andNot(universe.of(but));
        assertEquals(2, one.cardinality());
        assertTrue(universe.isNarrow(one), "one person, in two cells");
        assertFalse(universe.isNarrow(universe.of(all)));
        assertFalse(universe.isNarrow(universe.ofEverybody(cells(0, 1))));
        assertTrue(universe.isNarrow(universe.ofEverybody(cells(3))), "one declared cell");
    }

    @Test
    void narrowIsWhatACountOfPeopleSays() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var lists = lists(2);
            var sets = new ArrayList<ListedSet>();
            var members = new ArrayList<List<String>>();
            for (int i = 0; i < 3; i++) {
                int from = random.nextInt(20);
                members.add(people(from, from + 1 + random.nextInt(20)));
                sets.add(about(lists.keep(members.get(i)), cells(0, 1, 2)));
            }
            var universe = Universe.of(CELLS, COHORT, sets, lists);
            var difference = universe.of(sets.get(0));
            difference.andNot(universe.of(sets.get(1)));
            var left = new HashSet<>(members.get(0));
            left.removeAll(members.get(1));
            assertEquals(left.isEmpty(), difference.isEmpty(), "round " + round);
            assertEquals(left.size() < COHORT, universe.isNarrow(difference), "round " + round + " " + left);
        }
    }

    @Test
    void everybodyIsTheListedAndAllOthers() {
        var lists = lists(3);
        var listed = about(lists.keep(people(0, 9)), cells(2, 3));
        var universe = Universe.of(CELLS, COHORT, List.of(listed), lists);
        var others = universe.ofEverybody(cells(2, 3));
        others.andNot(universe.of(listed));
        assertEquals(cells(2, 3), others, "the kind of those in no list comes first");
    }

    @Test
    void aListIsKeptOnceWithoutNamesAndTellsWhenItWasChanged() throws IOException {
        var kept = lists(4).keep(people(0, 9));
        assertEquals(kept, lists(4).keep(people(0, 9).reversed()));
        assertNotEquals(kept, lists(5).keep(people(0, 9)), "another key, other fingerprints");
        assertEquals(9, lists(4).members(kept).size());
        var file = folder.resolve("people4").resolve(kept);
        Files.write(file, new byte[16]);
        var lists = lists(4);
        assertEquals(
                "list-damaged",
                assertThrows(Problem.class, () -> lists.members(kept)).code());
    }
}
