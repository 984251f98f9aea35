package io.poseidon.workbench.query.rows.snapshot;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.privacy.DiscreteGaussian;
import io.poseidon.workbench.privacy.KeyedStreams;
import io.poseidon.workbench.query.rows.question.Grouping;
import io.poseidon.workbench.query.rows.question.Steps;
import io.poseidon.workbench.query.rows.question.Vector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// Adds the noise, which is a secret function of the question's meaning, and drops the groups that are too small or too
/// uneven by their noisy numbers. Any thread.
public final class Noisy {

    /// One-sided 95 %.
    private static final double CAUTION = 1.645;

    private static final byte[] PURPOSE = bytes("noise/1");

    /// Groups that one thread draws for at a time.
    private static final int PART = 256;

    private final ShardKey key;
    private final byte[] serial;
    private final Grouping grouping;
    private final List<Vector> vectors;
    private final List<byte[]> digests;
    private final List<DiscreteGaussian> laws;

    public Noisy(ShardKey key, Grouping grouping, List<Vector> vectors) {
        this.serial = bytes(key.serial());
        this.key = key;
        this.grouping = grouping;
        this.vectors = vectors;
        this.digests = vectors.stream().map(vector -> bytes(vector.digest())).toList();
        this.laws = vectors.stream()
                .map(vector -> DiscreteGaussian.of(vector.variance()))
                .toList();
    }

    /// The numbers of all groups as they may be known. Each is a function of the key and of what it stands for alone,
    /// so they are drawn by all processors in any order.
    public long[][] of(long[][] exact) {
        var noisy = new long[exact.length][];
        IntStream.range(0, Math.ceilDiv(exact.length, PART)).parallel().forEach(part -> {
            var streams = new KeyedStreams(key.secret());
            int end = Math.min(exact.length, (part + 1) * PART);
            for (int group = part * PART; group < end; group++) {
                noisy[group] = of(group, exact[group], streams);
            }
        });
        return noisy;
    }

    private long[] of(int group, long[] exact, KeyedStreams streams) {
        var cells = bytes(grouping.digests().get(group));
        var noisy = new long[vectors.size()];
        for (int i = 0; i < noisy.length; i++) {
            var bits = streams.of(List.of(PURPOSE, serial, digests.get(i), cells));
            noisy[i] = Math.addExact(exact[i], laws.get(i).sample(bits));
        }
        return noisy;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// By noisy numbers only, so that it costs nothing more.
    public boolean isShown(long[] noisy) {
        var table = grouping.question().table();
        for (int i = 0; i < noisy.length; i++) {
            boolean enough = switch (vectors.get(i).kind()) {
                case PEOPLE -> noisy[i] >= threshold(table, vectors.get(i));
                case ROWS -> true;
                case TOTAL -> isEven(noisy[i], vectors.get(i), table);
            };
            if (!enough) {
                return false;
            }
        }
        return true;
    }

    static long threshold(Table.Rows table, Vector people) {
        return table.minimumCohort() + (long) Math.ceil(CAUTION * people.sigma());
    }

    /// One person adds at most c, so the largest share is at most c over the sum, whoever it is.
    private static boolean isEven(long noisy, Vector total, Table.Rows table) {
        var steps = Steps.of(table.measure(total.measure()));
        if (table.dominance().isEmpty() || steps.low() < 0) {
            return true;
        }
        var dominance = table.dominance().get();
        var most = Rational.of(steps.largest());
        var one = most.over(dominance.top1());
        var two = most.times(Rational.of(2)).over(dominance.top2());
        return noisy >= one.max(two).toDouble() + CAUTION * total.sigma();
    }
}
