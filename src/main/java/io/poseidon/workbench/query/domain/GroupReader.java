package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.Answer;
import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.span.CellSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Gathers groups from an answer whose columns are the bit of a cell, the groups' values, and uploaded columns whose
/// different values are added up.
final class GroupReader {

    /// The cells come in the order of their numbers, except where uploaded rows repeat them.
    private static final class Found {

        private final List<Set<Object>> values;
        private int[] cells = new int[4];
        private int count;

        Found(List<Set<Object>> values) {
            this.values = values;
        }

        void add(int cell) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, 2 * count);
            }
            cells[count++] = cell;
        }

        CellSet cells() {
            var rising = IntStream.of(cells).limit(count).sorted().distinct().toArray();
            return CellSet.rising(rising, rising.length);
        }
    }

    private final int keys;
    private final Map<List<Optional<Object>>, Found> groups = new LinkedHashMap<>();

    private GroupReader(int keys) {
        this.keys = keys;
    }

    static List<CellGroup> read(Answer answer, Question question, Progress progress) {
        var reader = new GroupReader(question.groups().size());
        answer.scan(progress, reader::add);
        if (question.groups().isEmpty() && reader.groups.isEmpty()) {
            var sums = question.numbers().stream()
                    .filter(number -> number.kind() == Question.Number.Kind.SUM_DISTINCT_OWN)
                    .map(number -> Optional.<Object>empty())
                    .toList();
            return List.of(new CellGroup(List.of(), CellSet.rising(new int[0], 0), sums));
        }
        return reader.groups.entrySet().stream()
                .map(entry -> new CellGroup(entry.getKey(), entry.getValue().cells(), sums(entry.getValue().values)))
                .toList();
    }

    private void add(Rows rows) {
        int sums = rows.columns().size() - keys - 1;
        for (long row = 0; row < rows.count(); row++) {
            var key = new ArrayList<Optional<Object>>();
            for (int i = 1; i <= keys; i++) {
                key.add(rows.value(i, row));
            }
            var found = groups.computeIfAbsent(key, ignored -> fresh(sums));
            found.add(Math.toIntExact(rows.integer(0, row)));
            for (int i = 0; i < sums; i++) {
                rows.value(keys + 1 + i, row).ifPresent(found.values.get(i)::add);
            }
        }
    }

    private static Found fresh(int sums) {
        var values = new ArrayList<Set<Object>>();
        for (int i = 0; i < sums; i++) {
            values.add(new HashSet<>());
        }
        return new Found(values);
    }

    private static List<Optional<Object>> sums(List<Set<Object>> values) {
        return values.stream().map(GroupReader::sum).toList();
    }

    /// Exact where the column holds exact numbers, so that the order does not matter; doubles are added smallest first.
    private static Optional<Object> sum(Set<Object> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.stream().anyMatch(Double.class::isInstance)) {
            return Optional.of(values.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .sorted()
                    .sum());
        }
        var sum = values.stream().map(GroupReader::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole = values.stream().allMatch(Long.class::isInstance)
                && sum.toBigInteger().bitLength() < 64;
        return Optional.of(whole ? (Object) sum.longValueExact() : sum);
    }

    private static BigDecimal exact(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }
}
