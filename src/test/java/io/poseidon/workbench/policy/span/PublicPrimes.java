package io.poseidon.workbench.policy.span;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Histories that know the prime they have to deceive: as many sums as cells, which determine every cell over the
/// rationals and none modulo the prime, since their determinant is the prime itself.
///
/// The matrix has ones just above the diagonal; the determinant of its first k rows and columns is then a signed sum of
/// the earlier ones, chosen by the ones of row k. Rows with ones at the diagonal and every second place left of it make
/// these the Fibonacci numbers, and the last row picks those that add up to the prime (with the signs this is a
/// representation in Fibonacci numbers of negative index, which every whole number has).
final class PublicPrimes {

    private PublicPrimes() {}

    static List<BitSet> history(long prime) {
        var determinants = new ArrayList<Long>(List.of(1L));
        var rows = new ArrayList<BitSet>();
        while (true) {
            var last = last(determinants, determinants.size() - 1, prime);
            if (last != null) {
                rows.add(last);
                return rows;
            }
            int row = rows.size();
            var next = Echelon.set(row + 1);
            long determinant = 0;
            for (int column = row; column >= 0; column -= 2) {
                next.set(column);
                determinant += determinants.get(column);
            }
            rows.add(next);
            determinants.add(determinant);
        }
    }

    /// Columns up to `column` whose signed determinants add up to `rest`, or null.
    private static @Nullable BitSet last(List<Long> determinants, int column, long rest) {
        if (column < 0) {
            return rest == 0 ? new BitSet() : null;
        }
        long most = 0;
        long least = 0;
        for (int i = column; i >= 0; i--) {
            if ((determinants.size() - 1 - i) % 2 == 0) {
                most += determinants.get(i);
            } else {
                least -= determinants.get(i);
            }
        }
        if (rest > most || rest < least) {
            return null;
        }
        long sign = (determinants.size() - 1 - column) % 2 == 0 ? 1 : -1;
        var with = last(determinants, column - 1, rest - sign * determinants.get(column));
        if (with != null) {
            with.set(column);
            return with;
        }
        return last(determinants, column - 1, rest);
    }
}
