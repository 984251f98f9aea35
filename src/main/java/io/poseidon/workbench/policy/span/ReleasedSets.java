package io.poseidon.workbench.policy.span;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The sets of cells whose sums were released: what stands here by itself needs no protection.
final class ReleasedSets implements SpanAudit.Shown {

    /// Of more than one cell.
    private final Set<BitSet> sets = new LinkedHashSet<>();

    private final BitSet cells = new BitSet();
    private final Set<List<Integer>> pairs = new HashSet<>();

    /// False where it is there already, or holds no cell.
    boolean add(BitSet set) {
        int size = set.cardinality();
        if (size <= 1) {
            boolean isNew = size == 1 && !cells.get(set.nextSetBit(0));
            cells.or(set);
            return isNew;
        }
        if (size == 2) {
            pairs.add(pair(set));
        }
        return !sets.contains(set) && sets.add((BitSet) set.clone());
    }

    void remove(BitSet set) {
        sets.remove(set);
        switch (set.cardinality()) {
            case 1 -> cells.andNot(set);
            case 2 -> pairs.remove(pair(set));
            default -> {}
        }
    }

    private static List<Integer> pair(BitSet set) {
        int first = set.nextSetBit(0);
        return List.of(first, set.nextSetBit(first + 1));
    }

    @Override
    public boolean cell(int cell) {
        return cells.get(cell);
    }

    @Override
    public boolean pair(int one, int other) {
        return pairs.contains(List.of(Math.min(one, other), Math.max(one, other)));
    }

    /// Cells released by themselves.
    BitSet cells() {
        return (BitSet) cells.clone();
    }

    /// What the sets say beyond the cells released by themselves, each once.
    Set<BitSet> beyondCells() {
        var rest = new LinkedHashSet<BitSet>();
        for (var set : sets) {
            var unknown = (BitSet) set.clone();
            unknown.andNot(cells);
            if (!unknown.isEmpty()) {
                rest.add(unknown);
            }
        }
        return rest;
    }
}
