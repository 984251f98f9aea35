package io.poseidon.workbench.policy.span;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Spare vectors for the rows to come: one that does not vanish on a new row gives it its pivot. Several are made at a
/// time, since most of the work is to read the inverse.
final class Spares {

    private static final int AT_A_TIME = 8;
    private static final int MOST = 32;

    private final SecretField field;
    private final KnownRows rows;
    private final Inverse inverse;
    private List<Spare> spares = List.of();
    private List<Spare> marked = List.of();
    private int markedRank;

    Spares(SecretField field, KnownRows rows) {
        this.field = field;
        this.rows = rows;
        this.inverse = new Inverse(field);
    }

    /// Makes one for each of these sets that holds the cell of none.
    void expect(List<BitSet> sets) {
        var wanted = new BitSet();
        for (var set : sets) {
            if (spares.stream().noneMatch(spare -> set.get(spare.cell()))) {
                free(set).filter(cell -> !wanted.get(cell)).findFirst().ifPresent(wanted::set);
            }
        }
        if (!wanted.isEmpty()) {
            make(wanted.stream().toArray());
        }
    }

    /// Of a row that does not follow from the known ones; `ones` is the row at the pivots.
    Spare fitting(BitSet set, double[] ones) {
        for (var spare : spares) {
            if (spare.over(set.get(spare.cell()), ones, field) != 0) {
                return spare;
            }
        }
        var made = make(spread(free(set).toArray()));
        for (var spare : made) {
            if (spare.over(set.get(spare.cell()), ones, field) != 0) {
                return spare;
            }
        }
        return make(new int[] {differing(set, ones)}).getFirst();
    }

    private IntStream free(BitSet set) {
        return set.stream()
                .filter(cell -> !rows.isPivot(cell) && spares.stream().noneMatch(spare -> spare.cell() == cell));
    }

    private static int[] spread(int[] cells) {
        int count = Math.min(AT_A_TIME, cells.length);
        return IntStream.range(0, count)
                .map(i -> cells[(int) ((long) i * cells.length / count)])
                .toArray();
    }

    /// A free cell at which the row differs from the combination of the known rows that it is at their pivots.
    private int differing(BitSet set, double[] ones) {
        var combination = inverse.rowTimes(ones);
        int cell = 0;
        while (rows.isPivot(cell)
                || field.reduce(field.sumAt(combination, rows.holding(cell)) - (set.get(cell) ? 1 : 0)) == 0) {
            cell++;
        }
        return cell;
    }

    private List<Spare> make(int[] cells) {
        var columns = IntStream.of(cells).mapToObj(rows::column).toList();
        var products = inverse.timesColumns(columns);
        var made = new ArrayList<Spare>();
        for (int i = 0; i < cells.length; i++) {
            var atPivots = new double[rows.count()];
            field.addMultiple(atPivots, -1, products.get(i), atPivots.length);
            made.add(new Spare(cells[i], atPivots));
        }
        var all = new ArrayList<>(spares);
        all.addAll(made);
        spares = all.subList(Math.max(0, all.size() - MOST), all.size());
        return made;
    }

    /// One becomes the next pivot, for a row of which the inverse of its sum is given.
    void use(Spare used, BitSet set, double[] ones, double inverseOfSum) {
        if (rows.count() == markedRank) {
            marked = spares;
        }
        spares = spares.stream()
                .filter(spare -> spare != used)
                .map(spare -> {
                    double sum = spare.over(set.get(spare.cell()), ones, field);
                    return spare.without(used, field.times(sum, inverseOfSum), field);
                })
                .toList();
        inverse.grow(ones, used.times(inverseOfSum, field));
    }

    /// The number of rows now is what [#back] comes back to; spares made before the next of them stay.
    void mark() {
        markedRank = rows.count();
    }

    void back() {
        if (rows.count() > markedRank) {
            spares = marked;
        }
        inverse.truncate(markedRank);
    }
}
