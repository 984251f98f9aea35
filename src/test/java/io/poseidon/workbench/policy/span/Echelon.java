package io.poseidon.workbench.policy.span;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The audit as a textbook has it, to judge the fast one by: the reduced row echelon form of all rows modulo a prime. A
/// cell is determined exactly when a row is its unit vector, and two cells are bound exactly when a row has two
/// entries, or two rows agree beyond their pivots up to a factor.
final class Echelon {

    private final int cells;
    private final long prime;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    Echelon(int cells, long prime) {
        this.cells = cells;
        this.prime = prime;
    }

    /// What the fast audit is to answer to one more question.
    static boolean opens(int cells, long prime, Collection<BitSet> before, Collection<BitSet> now) {
        Set<BitSet> released = new HashSet<>(before);
        released.addAll(now);
        var echelon = new Echelon(cells, prime);
        released.forEach(echelon::learn);
        boolean single = echelon.determined().stream().anyMatch(cell -> !released.contains(set(cell)));
        return single || echelon.pairs().stream().anyMatch(pair -> !released.contains(pair));
    }

    static BitSet set(int... cells) {
        var set = new BitSet();
        Arrays.stream(cells).forEach(set::set);
        return set;
    }

    int rank() {
        return rows.size();
    }

    void learn(BitSet set) {
        var row = new long[cells];
        set.stream().forEach(cell -> row[cell] = 1);
        for (int i = 0; i < rows.size(); i++) {
            subtract(row, rows.get(i), row[pivots.get(i)]);
        }
        int pivot = firstNonZero(row, 0);
        if (pivot < 0) {
            return;
        }
        long inverse = BigInteger.valueOf(row[pivot])
                .modInverse(BigInteger.valueOf(prime))
                .longValueExact();
        Arrays.setAll(row, cell -> times(row[cell], inverse));
        for (var other : rows) {
            subtract(other, row, other[pivot]);
        }
        rows.add(row);
        pivots.add(pivot);
    }

    BitSet determined() {
        var found = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            if (firstNonZero(rows.get(i), pivots.get(i) + 1) < 0) {
                found.set(pivots.get(i));
            }
        }
        return found;
    }

    List<BitSet> pairs() {
        var pairs = new ArrayList<BitSet>();
        for (int i = 0; i < rows.size(); i++) {
            int second = firstNonZero(rows.get(i), pivots.get(i) + 1);
            if (second >= 0 && firstNonZero(rows.get(i), second + 1) < 0) {
                pairs.add(set(pivots.get(i), second));
            }
            for (int j = 0; j < i; j++) {
                if (second >= 0 && agreeBeyondPivots(i, j)) {
                    pairs.add(set(pivots.get(i), pivots.get(j)));
                }
            }
        }
        return pairs;
    }

    private boolean agreeBeyondPivots(int one, int other) {
        var a = rows.get(one);
        var b = rows.get(other);
        int lead = -1;
        for (int cell = 0; cell < cells; cell++) {
            if (cell == pivots.get(one) || cell == pivots.get(other) || a[cell] == 0 && b[cell] == 0) {
                continue;
            }
            if (a[cell] == 0 || b[cell] == 0) {
                return false;
            }
            if (lead < 0) {
                lead = cell;
            } else if (times(a[cell], b[lead]) != times(b[cell], a[lead])) {
                return false;
            }
        }
        return lead >= 0;
    }

    private void subtract(long[] from, long[] row, long factor) {
        if (factor == 0) {
            return;
        }
        for (int cell = 0; cell < cells; cell++) {
            if (row[cell] != 0) {
                from[cell] = Math.floorMod(from[cell] - times(factor, row[cell]), prime);
            }
        }
    }

    private long times(long a, long b) {
        return prime >>> 31 == 0
                ? a * b % prime
                : BigInteger.valueOf(a)
                        .multiply(BigInteger.valueOf(b))
                        .mod(BigInteger.valueOf(prime))
                        .longValueExact();
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
