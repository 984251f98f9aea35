package io.poseidon.workbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanAuditTest {

    private static final long PRIME = SpanAudit.secretPrime(new SecureRandom());

    @Test
    void findsTheTrackerThatNoPairOfQuestionsShows() {
        // Cells: (C and T), (C and not T), (T only), (neither).
        var audit = new SpanAudit(4, PRIME);
        audit.learn(set(0, 1, 2));
        audit.learn(set(0, 1, 3));
        assertTrue(audit.determined().isEmpty());
        assertTrue(audit.learn(set(0, 1, 2, 3)));
        assertEquals(set(2, 3), audit.determined());
        assertTrue(audit.pairs().contains(set(0, 1)), "C as a whole is known");
    }

    @Test
    void aRepeatedOrImpliedQuestionTeachesNothing() {
        var audit = new SpanAudit(3, PRIME);
        assertTrue(audit.learn(set(0)));
        assertTrue(audit.learn(set(1, 2)));
        assertFalse(audit.learn(set(0, 1, 2)));
        assertEquals(2, audit.rank());
    }

    @Test
    void aCopyKeepsItsOwnKnowledge() {
        var audit = new SpanAudit(2, PRIME);
        var copy = audit.copy();
        copy.learn(set(0));
        assertEquals(0, audit.rank());
        assertEquals(1, copy.rank());
    }

    @Test
    void primesAreRandom() {
        var random = new SecureRandom();
        assertNotEquals(SpanAudit.secretPrime(random), SpanAudit.secretPrime(random));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithExactFractions(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            int cells = 3 + random.nextInt(8);
            var audit = new SpanAudit(cells, PRIME);
            var rows = new ArrayList<BitSet>();
            for (int i = random.nextInt(cells + 2); i >= 0; i--) {
                var row = new BitSet();
                for (int cell = 0; cell < cells; cell++) {
                    row.set(cell, random.nextBoolean());
                }
                rows.add(row);
                audit.learn(row);
            }
            for (int cell = 0; cell < cells; cell++) {
                assertEquals(inSpan(rows, set(cell), cells), audit.determined().get(cell), "seed " + seed);
            }
        }
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

    private static BitSet set(int... cells) {
        var set = new BitSet();
        for (int cell : cells) {
            set.set(cell);
        }
        return set;
    }
}
