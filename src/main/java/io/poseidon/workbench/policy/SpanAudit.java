package io.poseidon.workbench.policy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What a history of sums over sets of cells determines, by linear algebra: the reduced row echelon form of its 0/1
/// rows
/// modulo a prime. In that form a single cell is determined exactly when a row is its unit vector, and two cells up to
/// one outside fact when a row has two entries, or two rows agree beyond their first.
///
/// The prime must be random and secret: against a known one 47 questions suffice to hide what they determine. Used by
/// one thread.
public final class SpanAudit {

    private final int cells;
    private final long prime;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /// `prime` is over 2^30 and under 2^31.
    public SpanAudit(int cells, long prime) {
        if (prime >>> 30 != 1) {
            throw new IllegalArgumentException("the prime has 31 bits");
        }
        this.cells = cells;
        this.prime = prime;
    }

    /// A fresh random prime of 31 bits.
    public static long secretPrime(SecureRandom random) {
        return BigInteger.probablePrime(31, random).longValueExact();
    }

    public int cells() {
        return cells;
    }

    /// How many independent numbers are known; near [#cells] one outside fact opens everything.
    public int rank() {
        return rows.size();
    }

    /// The same knowledge, to try something on.
    public SpanAudit copy() {
        var copy = new SpanAudit(cells, prime);
        rows.forEach(row -> copy.rows.add(row.clone()));
        copy.pivots.addAll(pivots);
        return copy;
    }

    /// Learns the sum over a set of cells; false where it was known already.
    public boolean learn(BitSet set) {
        var row = new long[cells];
        set.stream().forEach(cell -> row[cell] = 1);
        for (int i = 0; i < rows.size(); i++) {
            subtract(row, rows.get(i), row[pivots.get(i)]);
        }
        int pivot = firstNonZero(row, 0);
        if (pivot < 0) {
            return false;
        }
        scale(row, inverse(row[pivot]));
        for (var other : rows) {
            subtract(other, row, other[pivot]);
        }
        rows.add(row);
        pivots.add(pivot);
        return true;
    }

    /// Cells whose own value is determined.
    public BitSet determined() {
        var found = new BitSet(cells);
        for (int i = 0; i < rows.size(); i++) {
            if (firstNonZero(rows.get(i), pivots.get(i) + 1) < 0) {
                found.set(pivots.get(i));
            }
        }
        return found;
    }

    /// Pairs of cells of which one gives away the other: each a set of two.
    public List<BitSet> pairs() {
        var pairs = new ArrayList<BitSet>();
        for (int i = 0; i < rows.size(); i++) {
            int second = firstNonZero(rows.get(i), pivots.get(i) + 1);
            if (second >= 0 && firstNonZero(rows.get(i), second + 1) < 0) {
                pairs.add(pair(pivots.get(i), second));
            }
            for (int j = 0; j < i; j++) {
                if (second >= 0 && agreeBeyondPivots(i, j)) {
                    pairs.add(pair(pivots.get(i), pivots.get(j)));
                }
            }
        }
        return pairs;
    }

    private boolean agreeBeyondPivots(int one, int other) {
        var a = rows.get(one);
        var b = rows.get(other);
        long ratioA = 0;
        long ratioB = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (cell == pivots.get(one) || cell == pivots.get(other)) {
                continue;
            }
            if ((a[cell] == 0) != (b[cell] == 0)) {
                return false;
            }
            if (a[cell] != 0) {
                if (ratioA == 0) {
                    ratioA = a[cell];
                    ratioB = b[cell];
                } else if (a[cell] * ratioB % prime != b[cell] * ratioA % prime) {
                    return false;
                }
            }
        }
        return ratioA != 0;
    }

    private static BitSet pair(int one, int other) {
        var pair = new BitSet();
        pair.set(one);
        pair.set(other);
        return pair;
    }

    private void subtract(long[] from, long[] row, long factor) {
        if (factor == 0) {
            return;
        }
        long negative = prime - factor;
        for (int cell = 0; cell < cells; cell++) {
            if (row[cell] != 0) {
                from[cell] = (from[cell] + negative * row[cell]) % prime;
            }
        }
    }

    private void scale(long[] row, long factor) {
        Arrays.setAll(row, cell -> row[cell] * factor % prime);
    }

    private long inverse(long value) {
        return BigInteger.valueOf(value).modInverse(BigInteger.valueOf(prime)).longValueExact();
    }

    private int firstNonZero(long[] row, int from) {
        for (int cell = from; cell < cells; cell++) {
            if (row[cell] != 0) {
                return cell;
            }
        }
        return -1;
    }
}
