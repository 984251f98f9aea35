package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.Answer;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A column of a result. The unit is known where the column is a sum, an extreme or a plain cell of one measure.
public record ResultColumn(String name, ColumnType type, Optional<String> unit) {

    /// The columns asked for, without those computed beside them.
    public static List<ResultColumn> all(Answer answer, IntervalPlan plan) {
        return IntStream.range(0, answer.columns().size() - plan.extras().size())
                .mapToObj(i -> new ResultColumn(
                        answer.columns().get(i).name(), answer.columns().get(i).type(), plan.unit(i)))
                .toList();
    }
}
