package io.poseidon.workbench.policy.span;

import static io.poseidon.workbench.policy.span.Echelon.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanAuditTest {

    private static final long PRIME =
            BigInteger.probablePrime(31, new SecureRandom()).longValueExact();

    @Test
    void stopsTheTrackerThatNoPairOfQuestionsShows() {
        // Cells: (C and T), (C and not T), then two of T only and two of neither.
        var audit = new SpanAudit(6);
        assertTrue(audit.admits(List.of(set(0, 1, 2, 3))));
        assertTrue(audit.admits(List.of(set(0, 1, 4, 5))));
        assertFalse(audit.admits(List.of(set(0, 1, 2, 3, 4, 5))), "gives away the two of C together");
    }

    @Test
    void aRepeatedOrImpliedQuestionTeachesNothing() {
        var audit = new SpanAudit(6);
        assertTrue(audit.admits(List.of(set(0, 1, 2))));
        assertTrue(audit.admits(List.of(set(3, 4, 5))));
        assertTrue(audit.admits(List.of(set(3, 4, 5), set(0, 1, 2, 3, 4, 5))));
        assertEquals(2, audit.rank());
    }

    @Test
    void whatWasReleasedByItselfNeedsNoProtection() {
        var audit = new SpanAudit(5);
        assertTrue(audit.admits(List.of(set(0), set(1), set(2, 3))));
        assertEquals(set(0, 1), audit.determined());
        assertEquals(3, audit.rank());
        assertFalse(audit.admits(List.of(set(1, 2, 4), set(2, 4, 0))) && audit.admits(List.of(set(3, 0))));
    }

    @Test
    void anOutsideFactAboutOneCellMustNotGiveAwayAnother() {
        var audit = new SpanAudit(6);
        assertTrue(audit.admits(List.of(set(0, 1, 2, 3, 4, 5))));
        assertFalse(audit.admits(List.of(set(0, 1, 2, 3))), "leaves two");
        assertTrue(audit.admits(List.of(set(0, 1, 2))), "leaves three");
        assertTrue(audit.admits(List.of(set(3, 4), set(5))), "two that are released as two, and one as one");
    }

    @Test
    void aRefusedQuestionLeavesNothingBehind() {
        var audit = new SpanAudit(9);
        assertTrue(audit.admits(List.of(set(0, 1, 2, 3, 4, 5, 6, 7, 8))));
        assertFalse(audit.admits(List.of(set(0, 1, 2), set(3, 4, 5, 6, 7))), "its second number leaves the last cell");
        assertEquals(1, audit.rank());
        assertTrue(audit.admits(List.of(set(2, 3, 4))), "would open with the first number of the refused one");
        assertTrue(audit.admits(List.of(set(5, 6, 0))), "leaves three");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void decidesEveryQuestionAsTheTextbookDoes(long seed) {
        int refused = 0;
        for (int round = 0; round < 12; round++) {
            var histories = new Histories(seed * 100 + round, 2 + round % 3, 3, 2 + round % 5);
            refused += decidedAlike(histories, 25, "seed " + seed + " round " + round);
        }
        assertTrue(refused > 20, "seed " + seed + ": hardly any refusal to compare");
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void decidesLongHistoriesOverManyCellsAsTheTextbookDoes(long seed) {
        decidedAlike(new Histories(seed, 5, 4, 6, 3), 60, "seed " + seed);
    }

    /// How many were refused.
    private static int decidedAlike(Histories histories, int questions, String seed) {
        var audit = new SpanAudit(histories.cells());
        var released = new ArrayList<BitSet>();
        int refused = 0;
        for (int i = 0; i < questions; i++) {
            var question = histories.question();
            boolean opens = Echelon.opens(histories.cells(), PRIME, released, question);
            assertEquals(!opens, audit.admits(question), seed + " question " + i);
            if (opens) {
                refused++;
            } else {
                released.addAll(question);
            }
        }
        var echelon = new Echelon(histories.cells(), PRIME);
        released.forEach(echelon::learn);
        assertEquals(echelon.rank(), audit.rank(), seed);
        assertEquals(echelon.determined(), audit.determined(), seed);
        return refused;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void anAuditRebuiltFromTheHistoryDecidesLikeTheOneThatSawItGrow(long seed) {
        var histories = new Histories(seed, 4, 3, 5);
        var grown = new SpanAudit(histories.cells());
        var released = new ArrayList<BitSet>();
        for (int i = 0; i < 40; i++) {
            var rebuilt = new SpanAudit(histories.cells());
            rebuilt.learn(released);
            assertEquals(grown.rank(), rebuilt.rank(), "seed " + seed);
            var question = histories.question();
            boolean admitted = grown.admits(question);
            assertEquals(admitted, rebuilt.admits(question), "seed " + seed + " question " + i);
            if (admitted) {
                released.addAll(question);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatItCallsDeterminedIsSoInExactFractions(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            int cells = 3 + random.nextInt(8);
            var rows = new ArrayList<BitSet>();
            for (int i = random.nextInt(cells + 2); i >= 0; i--) {
                var row = new BitSet();
                IntStream.range(0, cells).forEach(cell -> row.set(cell, random.nextBoolean()));
                rows.add(row);
            }
            var audit = new SpanAudit(cells);
            audit.learn(rows);
            for (int cell = 0; cell < cells; cell++) {
                assertEquals(inSpan(rows, set(cell), cells), audit.determined().get(cell), "seed " + seed);
            }
        }
    }

    /// A vector on which all released sums vanish and a cell does not shows that the cell does not follow from them.
    @Test
    void onABigDomainEveryProtectedCellHasAWitness() {
        var histories = new Histories(21, 17, 7, 20, 12);
        var audit = new SpanAudit(histories.cells());
        var released = new ArrayList<BitSet>();
        for (int i = 0; i < 40; i++) {
            var question = List.of(histories.product());
            if (audit.admits(question)) {
                released.addAll(question);
            }
        }
        assertTrue(audit.rank() >= 30, "rank " + audit.rank());
        var field = audit.space().field();
        for (int i = 0; i < 3; i++) {
            var witness = audit.space().vector(i);
            for (var set : released) {
                long sum = set.stream()
                        .mapToLong(cell -> (long) witness[cell])
                        .reduce(0, (a, b) -> (a + b) % field.prime());
                assertEquals(0, sum % field.prime());
            }
        }
        var first = audit.space().vector(0);
        IntStream.range(0, histories.cells()).forEach(cell -> assertTrue(first[cell] != 0));
    }

    @Test
    void aHistoryTooFineToBeFollowedAdmitsNothingNew() {
        var audit = new SpanAudit(1 << 20);
        var fine = new ArrayList<BitSet>();
        for (int i = 0; i < 300; i++) {
            fine.add(set(3 * i, 3 * i + 1, 3 * i + 2));
        }
        assertFalse(audit.admits(fine), "so many numbers over a million cells");
        assertTrue(audit.isFollowed());
        assertTrue(audit.admits(fine.subList(0, 5)));
        audit.learn(fine);
        assertFalse(audit.isFollowed());
        assertFalse(audit.admits(List.of(set(5_000, 5_001, 5_002, 5_003))));
        assertTrue(audit.admits(List.of(fine.getLast())), "what is known is known");
    }

    private static boolean inSpan(List<BitSet> rows, BitSet target, int cells) {
        var more = new ArrayList<>(rows);
        more.add(target);
        return rank(rows, cells) == rank(more, cells);
    }

    private static int rank(List<BitSet> rows, int cells) {
        var matrix = new ArrayList<Rational[]>();
        for (var row : rows) {
            var line = new Rational[cells];
            for (int cell = 0; cell < cells; cell++) {
                line[cell] = Rational.of(row.get(cell) ? 1 : 0);
            }
            matrix.add(line);
        }
        int rank = 0;
        for (int column = 0; column < cells; column++) {
            int pivot = rank;
            while (pivot < matrix.size() && matrix.get(pivot)[column].signum() == 0) {
                pivot++;
            }
            if (pivot == matrix.size()) {
                continue;
            }
            var row = matrix.get(pivot);
            matrix.set(pivot, matrix.get(rank));
            matrix.set(rank, row);
            for (int i = rank + 1; i < matrix.size(); i++) {
                var factor = matrix.get(i)[column].over(row[column]);
                for (int j = 0; j < cells; j++) {
                    matrix.get(i)[j] = matrix.get(i)[j].minus(factor.times(row[j]));
                }
            }
            rank++;
        }
        return rank;
    }
}
