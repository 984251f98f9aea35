package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The text that evaluates a joined question on the declared cells: which cells, of which kind of people, in which
/// group. Uploaded tables stand there under names of their own (`own0`, …, and `people`), so that none can be mistaken
/// for another.
final class JoinedSql {

    private static final Set<ColumnType> NUMBERS = Set.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.DOUBLE);

    private final Question question;
    private final Uploads uploads;
    private final Optional<Kinds> kinds;
    private final List<JoinTerm> byDimension;

    JoinedSql(Question question, Uploads uploads, Optional<Kinds> kinds) {
        this.question = question;
        this.uploads = uploads;
        this.kinds = kinds;
        this.byDimension = question.joins().stream()
                .filter(term -> !term.on().equals(question.table().identity()))
                .toList();
    }

    /// For the caller to close.
    List<ArrowTable> tables(Engine engine) {
        var tables = new ArrayList<ArrowTable>();
        for (int i = 0; i < byDimension.size(); i++) {
            tables.add(uploads.get(byDimension.get(i).with()).table(engine, "own" + i));
        }
        kinds.ifPresent(people -> tables.add(people.table(engine, "people")));
        return tables;
    }

    /// Columns: the bit of the cell, the groups, then the uploaded columns to be added up.
    String text(PublicTable domain) {
        var select = new ArrayList<String>();
        var cell = "domain." + domain.cellColumn() + " AS bit";
        select.add(kinds.isPresent() ? "people.kind * " + domain.cells() + " + " + cell : cell);
        question.groups().forEach(group -> select.add("(" + Sql.of(placed(group)) + ")"));
        question.numbers().stream()
                .filter(number -> number.kind() == Question.Number.Kind.SUM_DISTINCT_OWN)
                .forEach(number -> select.add(Sql.of(own(number.column().split("\\.", 2)))));
        var from = new StringBuilder("domain");
        for (int i = 0; i < byDimension.size(); i++) {
            from.append(" JOIN own").append(i).append(" ON ").append(equality(i));
        }
        kinds.ifPresent(people -> from.append(" CROSS JOIN people"));
        var where = question.filters().stream()
                .map(filter -> "(" + Sql.of(placed(filter)) + ")")
                .collect(Collectors.joining(" AND "));
        return "SELECT " + String.join(", ", select) + " FROM " + from + (where.isEmpty() ? "" : " WHERE " + where)
                + " ORDER BY 1";
    }

    /// Numbers as numbers; anything else as text.
    private String equality(int index) {
        var term = byDimension.get(index);
        Upload upload = uploads.get(term.with());
        var left = "domain." + Sql.name(term.on());
        var right = "own" + index + "." + Sql.name(term.on());
        var dimension = Objects.requireNonNull(question.table().dimensions().get(term.on()));
        boolean numbers = NUMBERS.contains(dimension.type())
                && NUMBERS.contains(upload.columns().getOrDefault(term.on(), ColumnType.TEXT));
        return numbers ? left + " = " + right : "CAST(" + left + " AS VARCHAR) = CAST(" + right + " AS VARCHAR)";
    }

    private Expression placed(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return OwnColumns.isOwn(column)
                    ? own(column.path().toArray(String[]::new))
                    : Expression.Column.of("domain", column.name());
        }
        return expression.with(expression.children().stream().map(this::placed).toList());
    }

    private Expression own(String[] path) {
        var kind = kinds.flatMap(people -> people.column(path[0] + "." + path[1]));
        if (kind.isPresent()) {
            return Expression.Column.of("people", kind.get());
        }
        for (int i = 0; i < byDimension.size(); i++) {
            if (byDimension.get(i).with().equals(path[0])) {
                return Expression.Column.of("own" + i, path[1]);
            }
        }
        throw new IllegalStateException("a question names only columns of tables that it joins");
    }
}
