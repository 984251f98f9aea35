package io.poseidon.workbench.policy.span;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Made-up questions over a domain of several dimensions.
final class Histories {

    private final Random random;
    private final int[] sizes;

    Histories(long seed, int... sizes) {
        this.random = new Random(seed);
        this.sizes = sizes;
    }

    int cells() {
        int cells = 1;
        for (int size : sizes) {
            cells *= size;
        }
        return cells;
    }

    /// Some values of every dimension.
    BitSet product() {
        return product(masks());
    }

    private BitSet[] masks() {
        var masks = new BitSet[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            masks[i] = new BitSet();
            boolean all = random.nextInt(3) == 0;
            for (int value = 0; value < sizes[i]; value++) {
                masks[i].set(value, all || random.nextBoolean());
            }
            masks[i].set(random.nextInt(sizes[i]));
        }
        return masks;
    }

    private BitSet product(BitSet[] masks) {
        var set = new BitSet();
        for (int cell = 0; cell < cells(); cell++) {
            boolean in = true;
            for (int i = 0; i < sizes.length; i++) {
                in &= masks[i].get(value(cell, i));
            }
            set.set(cell, in);
        }
        return set;
    }

    private int value(int cell, int dimension) {
        int repeat = 1;
        for (int i = sizes.length - 1; i > dimension; i--) {
            repeat *= sizes[i];
        }
        return cell / repeat % sizes[dimension];
    }

    /// Any cells.
    BitSet any() {
        var set = new BitSet();
        int odds = 2 + random.nextInt(6);
        for (int cell = 0; cell < cells(); cell++) {
            set.set(cell, random.nextInt(odds) == 0);
        }
        set.set(random.nextInt(cells()));
        return set;
    }

    /// The groups of one grouping over what a filter leaves, some of them missing as if they were too small.
    List<BitSet> grouping() {
        var within = product();
        var by = random.nextInt(1 << sizes.length);
        Map<List<Integer>, BitSet> groups = new LinkedHashMap<>();
        within.stream().forEach(cell -> {
            var key = new ArrayList<Integer>();
            for (int i = 0; i < sizes.length; i++) {
                if ((by >> i & 1) != 0) {
                    key.add(value(cell, i));
                }
            }
            groups.computeIfAbsent(key, ignored -> new BitSet()).set(cell);
        });
        return groups.values().stream().filter(group -> random.nextInt(5) != 0).toList();
    }

    /// One question of any kind.
    List<BitSet> question() {
        return switch (random.nextInt(3)) {
            case 0 -> List.of(product());
            case 1 -> List.of(any());
            default -> grouping();
        };
    }
}
