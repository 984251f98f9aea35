package io.poseidon.workbench.pricing.coverage;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Cheapest weighted set cover, exactly, by branch and bound on the cell that the fewest views hold. Of equally cheap
/// covers the one with fewest views, then the one named first. Refuses when the search grows out of reach.
final class SetCover {

    private static final int MOST_STEPS = 3_000_000;

    private final List<View> views;
    private final List<String> cells;
    private final List<BitSet> members = new ArrayList<>();
    private final List<Rational> leastShares = new ArrayList<>();
    private int steps;
    private Optional<List<Integer>> best = Optional.empty();
    private Rational bestCost = Rational.ZERO;

    private SetCover(List<View> views, List<String> cells) {
        this.views = views;
        this.cells = cells;
        for (var view : views) {
            var held = new BitSet();
            for (int i = 0; i < cells.size(); i++) {
                held.set(i, view.cells().contains(cells.get(i)));
            }
            members.add(held);
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            leastShares.add(leastShare(cell));
        }
    }

    /// Empty when the views together do not hold all the cells.
    static Optional<CheaperViews> cheapest(List<View> views, List<String> cells) {
        var search = new SetCover(views, cells);
        var missing = new BitSet();
        missing.set(0, cells.size());
        search.extend(missing, List.of(), Rational.ZERO);
        return search.best.map(chosen -> new CheaperViews(
                search.bestCost,
                chosen.stream().map(index -> views.get(index).name()).toList()));
    }

    private void extend(BitSet missing, List<Integer> chosen, Rational cost) {
        if (++steps > MOST_STEPS) {
            throw Problem.of(Problem.Kind.INPUT, SetCover.class, "coverage-limit", views.size(), cells.size());
        }
        if (missing.isEmpty()) {
            offer(chosen, cost);
            return;
        }
        int cell = rarest(missing);
        for (int view = 0; view < views.size(); view++) {
            if (members.get(view).get(cell)) {
                tryWith(view, missing, chosen, cost.plus(views.get(view).price()));
            }
        }
    }

    private void tryWith(int view, BitSet missing, List<Integer> chosen, Rational cost) {
        var rest = (BitSet) missing.clone();
        rest.andNot(members.get(view));
        if (!isWorse(cost.plus(atLeast(rest)), chosen.size() + 1)) {
            var more = new ArrayList<>(chosen);
            more.add(view);
            extend(rest, more, cost);
        }
    }

    /// What cells cost at least: each the least share that a view's price leaves to one of its cells (a solution of the
    /// covering problem's linear dual).
    private Rational atLeast(BitSet missing) {
        return missing.stream().mapToObj(leastShares::get).reduce(Rational.ZERO, Rational::plus);
    }

    /// Zero for a cell that no view holds: nothing is lost, the search ends there anyway.
    private Rational leastShare(int cell) {
        Optional<Rational> least = Optional.empty();
        for (int view = 0; view < views.size(); view++) {
            if (members.get(view).get(cell)) {
                var share = views.get(view)
                        .price()
                        .over(Rational.of(members.get(view).cardinality()));
                least = Optional.of(least.map(share::min).orElse(share));
            }
        }
        return least.orElse(Rational.ZERO);
    }

    private boolean isWorse(Rational cost, int size) {
        if (best.isEmpty()) {
            return false;
        }
        int order = cost.compareTo(bestCost);
        return order > 0 || (order == 0 && size > best.get().size());
    }

    private void offer(List<Integer> chosen, Rational cost) {
        var sorted = chosen.stream().sorted().toList();
        boolean better = best.isEmpty()
                || cost.compareTo(bestCost) < 0
                || sorted.size() < best.get().size()
                || isEarlier(sorted, best.get());
        if (better) {
            best = Optional.of(sorted);
            bestCost = cost;
        }
    }

    private static boolean isEarlier(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i) < other.get(i);
            }
        }
        return false;
    }

    private int rarest(BitSet missing) {
        int rarest = missing.nextSetBit(0);
        long fewest = Long.MAX_VALUE;
        for (int cell = rarest; cell >= 0; cell = missing.nextSetBit(cell + 1)) {
            int index = cell;
            long holders = members.stream().filter(held -> held.get(index)).count();
            if (holders < fewest) {
                fewest = holders;
                rarest = cell;
            }
        }
        return rarest;
    }
}
