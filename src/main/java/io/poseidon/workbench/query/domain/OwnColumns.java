package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The columns of uploaded tables in a question's conditions and groups, each written `table.column`.
final class OwnColumns {

    private OwnColumns() {}

    /// Each column as often as it stands there, with its place.
    static List<Expression.Column> of(Question question) {
        var columns = new ArrayList<Expression.Column>();
        Stream.concat(question.filters().stream(), question.groups().stream())
                .forEach(expression -> collect(expression, columns));
        return columns;
    }

    /// Of the first time that a column stands there.
    static Place place(Question question, String name) {
        return of(question).stream()
                .filter(column -> name(column).equals(name))
                .map(Expression.Column::place)
                .findFirst()
                .orElse(Place.WHOLE);
    }

    private static void collect(Expression expression, List<Expression.Column> into) {
        if (expression instanceof Expression.Column column && isOwn(column)) {
            into.add(column);
        }
        expression.children().forEach(child -> collect(child, into));
    }

    static boolean isOwn(Expression.Column column) {
        return column.path().size() == 2;
    }

    static String table(Expression.Column column) {
        return column.path().getFirst();
    }

    /// `table.column`
    static String name(Expression.Column column) {
        return String.join(".", column.path());
    }
}
