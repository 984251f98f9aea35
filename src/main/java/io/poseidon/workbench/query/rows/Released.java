package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.TableBuilder;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.rows.question.Grouping;
import io.poseidon.workbench.query.rows.question.Steps;
import io.poseidon.workbench.query.rows.question.Vector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One question's released table: the groups that are shown with their noisy numbers, in the order of the vectors.
record Released(Grouping grouping, List<Vector> vectors, List<Group> groups) {

    private static final Question.Number COUNT = new Question.Number(Question.Number.Kind.COUNT, "");

    record Group(CellGroup group, long[] noisy) {}

    Released {
        groups = List.copyOf(groups);
        vectors = List.copyOf(vectors);
    }

    Question question() {
        return grouping.question();
    }

    /// The groups as sets of cells of everybody or of uploaded people.
    List<CellGroup> cellGroups() {
        return groups.stream().map(Group::group).toList();
    }

    /// As the rest of the statement reads it: groups `g0`, …, numbers `n0`, …. For the caller to close.
    ArrowTable table(Engine engine) {
        var builder = ArrowTable.builder(engine, question().name());
        builder.integers("released", groups.stream().mapToLong(group -> 1).toArray());
        for (int i = 0; i < question().groups().size(); i++) {
            key(builder, i);
        }
        for (int i = 0; i < question().numbers().size(); i++) {
            number(builder, "n" + i, question().numbers().get(i));
        }
        return builder.build();
    }

    private void key(TableBuilder builder, int index) {
        column(
                builder,
                "g" + index,
                groups.stream().map(group -> group.group().key().get(index)).toList());
    }

    private static void column(TableBuilder builder, String name, List<Optional<Object>> values) {
        var sample = values.stream().flatMap(Optional::stream).findFirst().orElse("");
        switch (sample) {
            case Long whole ->
                builder.integers(
                        name,
                        values.stream().map(value -> (Long) value.orElse(null)).toList());
            case Boolean flag ->
                builder.booleans(
                        name,
                        values.stream()
                                .map(value -> (Boolean) value.orElse(null))
                                .toList());
            case Number number ->
                builder.doubles(
                        name,
                        values.stream()
                                .map(value -> value.isPresent() ? (Double) ((Number) value.get()).doubleValue() : null)
                                .toList());
            default ->
                builder.texts(
                        name,
                        values.stream()
                                .map(value -> value.map(String::valueOf).orElse(null))
                                .toList());
        }
    }

    private void number(TableBuilder builder, String name, Question.Number number) {
        switch (number.kind()) {
            case COUNT, COUNT_DISTINCT_IDENTITY -> builder.integers(name, all(noisy(number)));
            case SUM -> total(builder, name, number);
            case AVG -> {
                builder.doubles(
                        name, groups.stream().map(group -> mean(group, number)).toList());
                total(builder, ReleasedNoise.total(name), number);
                builder.integers(ReleasedNoise.rows(name), all(noisy(COUNT)));
            }
            case SUM_DISTINCT_OWN -> own(builder, name, number);
        }
    }

    /// No noise: it was added up over declared cells.
    private void own(TableBuilder builder, String name, Question.Number number) {
        int index = question().numbers().stream()
                .filter(other -> other.kind() == Question.Number.Kind.SUM_DISTINCT_OWN)
                .toList()
                .indexOf(number);
        column(
                builder,
                name,
                groups.stream().map(group -> group.group().own().get(index)).toList());
    }

    private ToLongFunction<Group> noisy(Question.Number number) {
        int index = index(number);
        return group -> group.noisy()[index];
    }

    private int index(Question.Number number) {
        for (int i = 0; i < vectors.size(); i++) {
            if (vectors.get(i).serves(number)) {
                return i;
            }
        }
        throw new IllegalStateException("every number has its vector");
    }

    private long[] all(ToLongFunction<Group> value) {
        return groups.stream().mapToLong(value).toArray();
    }

    private void total(TableBuilder builder, String name, Question.Number number) {
        int decimals = steps(number).decimals();
        if (decimals == 0) {
            builder.integers(name, all(noisy(number)));
            return;
        }
        builder.decimals(
                name,
                decimals,
                groups.stream()
                        .map(group -> BigDecimal.valueOf(noisy(number).applyAsLong(group), decimals))
                        .toList());
    }

    /// A quotient of two noisy numbers; none where the noisy count is not positive.
    private @Nullable Double mean(Group group, Question.Number number) {
        long rows = group.noisy()[index(COUNT)];
        return rows > 0 ? steps(number).value(noisy(number).applyAsLong(group)) / rows : null;
    }

    private Steps steps(Question.Number number) {
        return Steps.of(question().table().measure(number.column()));
    }

    /// Of the declared groups, those that are missing.
    long hidden() {
        return grouping.groups().size() - groups.size();
    }

    List<RowReply.Noise> noise() {
        return vectors.stream()
                .map(vector -> switch (vector.kind()) {
                    case PEOPLE -> new RowReply.Noise("contributors", vector.sigma());
                    case ROWS -> new RowReply.Noise("count", vector.sigma());
                    case TOTAL ->
                        new RowReply.Noise(
                                vector.measure(),
                                vector.sigma()
                                        / Steps.of(question().table().measure(vector.measure()))
                                                .scale()
                                                .toDouble());
                })
                .toList();
    }
}
