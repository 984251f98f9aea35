package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Every precision that can still be missing on the way from a target down to nothing, ascending, and where each
/// purchase leads. State 0 is "nothing missing": a cover may overshoot. This is the table of a covering knapsack,
/// restricted to what is reachable, so that `1` and `1.0000001` need three states instead of ten million.
public final class Remainders {

    private static final int LARGEST_DENSE = 8_000_000;
    private static final int MOST_SPARSE = 200_000;
    private static final long MOST_TRANSITIONS = 16_000_000;

    private final int[][] after;
    private final int[] targets;
    private final int count;

    private Remainders(int[][] after, int[] targets, int count) {
        this.after = after;
        this.targets = targets;
        this.count = count;
    }

    /// Empty when the table would be too large to fill in reasonable time and memory.
    public static Optional<Remainders> of(List<Rational> sizes, List<Rational> targets) {
        var grid = Grid.of(sizes, targets).multiples();
        var steps = grid.subList(0, sizes.size());
        var goals = grid.subList(sizes.size(), grid.size());
        var largest = goals.stream().reduce(BigInteger.ONE, BigInteger::max);
        return largest.compareTo(BigInteger.valueOf(LARGEST_DENSE)) <= 0
                ? dense(whole(steps, largest), whole(goals, largest), largest.intValueExact())
                : sparse(steps, goals);
    }

    public int count() {
        return count;
    }

    /// The state that the target of this index starts from.
    public int target(int index) {
        return targets[index];
    }

    /// What is missing after one purchase of this index.
    public int after(int purchase, int state) {
        return after[purchase][state];
    }

    private static int[] whole(List<BigInteger> values, BigInteger most) {
        return values.stream()
                .mapToInt(value -> value.min(most).intValueExact())
                .toArray();
    }

    private static Optional<Remainders> dense(int[] steps, int[] goals, int largest) {
        var reached = new BitSet(largest + 1);
        reached.set(0);
        for (int goal : goals) {
            reached.set(goal);
        }
        for (int left = largest; left > 0; left = reached.previousSetBit(left - 1)) {
            for (int step : steps) {
                reached.set(Math.max(0, left - step));
            }
        }
        int count = reached.cardinality();
        if ((long) count * steps.length > MOST_TRANSITIONS) {
            return Optional.empty();
        }
        int[] values = reached.stream().toArray();
        int[] state = new int[largest + 1];
        for (int i = 0; i < count; i++) {
            state[values[i]] = i;
        }
        int[][] after = new int[steps.length][count];
        for (int step = 0; step < steps.length; step++) {
            for (int i = 0; i < count; i++) {
                after[step][i] = state[Math.max(0, values[i] - steps[step])];
            }
        }
        int[] starts = new int[goals.length];
        for (int i = 0; i < goals.length; i++) {
            starts[i] = state[goals[i]];
        }
        return Optional.of(new Remainders(after, starts, count));
    }

    private static Optional<Remainders> sparse(List<BigInteger> steps, List<BigInteger> goals) {
        var reached = new HashSet<>(goals);
        reached.add(BigInteger.ZERO);
        var open = new ArrayDeque<>(goals);
        while (!open.isEmpty()) {
            var left = open.remove();
            for (var step : steps) {
                var rest = left.subtract(step).max(BigInteger.ZERO);
                if (reached.add(rest)) {
                    open.add(rest);
                }
            }
            if (reached.size() > MOST_SPARSE || (long) reached.size() * steps.size() > MOST_TRANSITIONS) {
                return Optional.empty();
            }
        }
        var values = reached.stream().sorted().toList();
        var state = new HashMap<BigInteger, Integer>();
        for (int i = 0; i < values.size(); i++) {
            state.put(values.get(i), i);
        }
        int[][] after = steps.stream()
                .map(step -> values.stream()
                        .mapToInt(value -> state.getOrDefault(value.subtract(step), 0))
                        .toArray())
                .toArray(int[][]::new);
        int[] starts =
                goals.stream().mapToInt(goal -> state.getOrDefault(goal, 0)).toArray();
        return Optional.of(new Remainders(after, starts, values.size()));
    }
}
