package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Column;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/// Tests that every sealed table must pass; one that fails points at the publisher, not at the noise.
final class StandardChecks {

    private StandardChecks() {}

    /// `threshold` is the contributor count from which a cell is shown.
    static List<Check> run(ClearedTable table, long threshold) {
        return List.of(
                domains(table),
                once(table),
                new Check("declared", Math.min(table.shown(), table.declared()), table.shown()),
                every("threshold", table.numbers(ClearedTable.CONTRIBUTORS), count -> count >= threshold),
                whole(table),
                complete(table),
                noiseStated(table));
    }

    private static Check domains(ClearedTable table) {
        long inside = 0;
        long examined = 0;
        for (var dimension : table.schema().dimensions()) {
            var domain = new HashSet<>(dimension.domain());
            var texts = table.texts(dimension.name());
            examined += texts.size();
            inside += texts.stream().filter(domain::contains).count();
        }
        return new Check("domain", inside, examined);
    }

    private static Check once(ClearedTable table) {
        var dimensions = table.schema().dimensions().stream()
                .map(dimension -> table.texts(dimension.name()))
                .toList();
        long distinct = IntStream.range(0, table.shown())
                .mapToObj(
                        row -> dimensions.stream().map(texts -> texts.get(row)).toList())
                .distinct()
                .count();
        return new Check("once", distinct, table.shown());
    }

    private static Check whole(ClearedTable table) {
        return every("whole", table.numbers(ClearedTable.CONTRIBUTORS), count -> count == Math.rint(count));
    }

    /// A shown cell shows every measure.
    private static Check complete(ClearedTable table) {
        double[] all = table.measures().stream()
                .map(Column::name)
                .flatMapToDouble(name -> Arrays.stream(table.numbers(name)))
                .toArray();
        return every("complete", all, value -> !Double.isNaN(value));
    }

    private static Check noiseStated(ClearedTable table) {
        var noisy = table.schema().measures();
        long stated = noisy.stream()
                .filter(column -> column.noiseVariance().isPresent())
                .count();
        return new Check("noise", stated, noisy.size());
    }

    private static Check every(String id, double[] values, DoublePredicate holds) {
        return new Check(id, Arrays.stream(values).filter(holds).count(), values.length);
    }
}
