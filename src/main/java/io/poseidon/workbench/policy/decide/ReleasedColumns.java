package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.CellDimension;
import io.poseidon.workbench.policy.decide.scope.Nature.People;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The columns of one released table as those of cells: its groups are dimensions, and who stands in several groups is
/// counted in each. A person stands in one group only where all it is made of is static.
final class ReleasedColumns {

    private final Question question;

    ReleasedColumns(Question question) {
        this.question = question;
    }

    /// What is computed from them in the same SELECT. What could be misread is noted; reasons to refuse are for others
    /// to find.
    List<Nature> natures(List<Expression> outputs, Review review) {
        var aside = new Review(review.policy());
        var cells = new Cells(aside, new Queries(aside), Scope.of(List.of(relation()), Optional.empty()));
        var natures = outputs.stream()
                .map(cells::of)
                .map(nature -> nature instanceof Nature.Broken ? Nature.FREE : nature)
                .toList();
        aside.cautions().forEach(caution -> review.caution(caution.kind(), caution.place(), caution.subject()));
        return natures;
    }

    private Relation relation() {
        var attributes = new ArrayList<Attribute>();
        for (int i = 0; i < question.groups().size(); i++) {
            attributes.add(new Attribute("g" + i, new CellDimension(key(i))));
        }
        for (int i = 0; i < question.numbers().size(); i++) {
            attributes.add(new Attribute("n" + i, number(question.numbers().get(i))));
        }
        return Relation.free(attributes);
    }

    private Nature number(Question.Number number) {
        return switch (number.kind()) {
            case COUNT_DISTINCT_IDENTITY -> people();
            case COUNT, SUM -> new Nature.CellNumber();
            case AVG -> new Nature.Ratio();
            case SUM_DISTINCT_OWN -> Nature.FREE;
        };
    }

    private People people() {
        var open = new TreeSet<String>();
        for (int i = 0; i < question.groups().size(); i++) {
            if (!question.isStatic(question.groups().get(i))) {
                open.add(key(i));
            }
        }
        return new People(open);
    }

    private String key(int index) {
        var group = question.groups().get(index);
        var shown = group instanceof Expression.Column column ? column.name() : Sql.of(group);
        return question.name() + ":" + index + ":" + shown;
    }
}
