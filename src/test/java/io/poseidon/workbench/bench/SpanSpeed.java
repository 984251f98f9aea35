package io.poseidon.workbench.bench;

import io.poseidon.workbench.policy.span.SpanAudit;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/// A thousand numbers over ten thousand cells: one number a question, which is the dearest, as random boxes and as
/// random sets; and as whole groupings.
final class SpanSpeed {

    private static final int[] SIZES = {10, 10, 10, 10};
    private static final int CELLS = 10_000;
    private static final int NUMBERS = 1_000;

    private interface Sets {
        BitSet next(Random random);
    }

    private SpanSpeed() {}

    static void measure(SpeedTable table) {
        single("boxes", SpanSpeed::box, table);
        single("any sets", SpanSpeed::any, table);
        groupings(table);
    }

    private static void single(String kind, Sets sets, SpeedTable table) {
        var times = new double[0];
        for (int round = 0; round < 3; round++) {
            times = asked(new Random(round), sets);
        }
        table.row("span audit, one number a question, " + kind + ", mean", SpeedTable.mean(times), 1, "ms");
        var last = Arrays.copyOfRange(times, NUMBERS - 100, NUMBERS);
        table.row("span audit, one number a question, " + kind + ", last hundred", SpeedTable.mean(last), "ms");
    }

    private static double[] asked(Random random, Sets sets) {
        var audit = new SpanAudit(CELLS);
        var times = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            var question = List.of(sets.next(random));
            long start = used();
            audit.admits(question);
            times[i] = (used() - start) / 1e6;
        }
        return times;
    }

    private static void groupings(SpeedTable table) {
        double mean = 0;
        for (int round = 0; round < 3; round++) {
            var random = new Random(round);
            var audit = new SpanAudit(CELLS);
            int numbers = 0;
            long start = used();
            while (numbers < NUMBERS) {
                var groups = grouping(box(random), random.nextInt(4), random.nextInt(4));
                numbers += groups.size();
                audit.admits(groups);
            }
            mean = (used() - start) / 1e6 / numbers;
        }
        table.row("span audit, groupings by two dimensions, a number", mean, 1, "ms");
    }

    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static BitSet box(Random random) {
        var masks = new BitSet[SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            masks[i] = new BitSet();
            for (int value = 0; value < SIZES[i]; value++) {
                masks[i].set(value, random.nextBoolean());
            }
            masks[i].set(random.nextInt(SIZES[i]));
        }
        var set = new BitSet();
        for (int cell = 0; cell < CELLS; cell++) {
            boolean in = true;
            for (int i = 0; i < SIZES.length; i++) {
                in &= masks[i].get(value(cell, i));
            }
            set.set(cell, in);
        }
        return set;
    }

    private static BitSet any(Random random) {
        var set = new BitSet();
        for (int cell = 0; cell < CELLS; cell++) {
            set.set(cell, random.nextBoolean());
        }
        return set;
    }

    private static List<BitSet> grouping(BitSet within, int one, int other) {
        var groups = new BitSet[100];
        Arrays.setAll(groups, i -> new BitSet());
        within.stream().forEach(cell -> groups[10 * value(cell, one) + value(cell, other)].set(cell));
        var shown = new ArrayList<>(List.of(groups));
        shown.removeIf(group -> group.cardinality() < 3);
        return shown;
    }

    private static int value(int cell, int dimension) {
        int repeat = 1;
        for (int i = 0; i < dimension; i++) {
            repeat *= 10;
        }
        return cell / repeat % 10;
    }
}
