package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.Table.Aggregate;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.completion.Known.Role;
import java.util.List;
import java.util.Set;

/// What may be put in where rows of people are asked: aggregates of measures, declared dimensions and their values,
/// declared joins.
final class PeopleOffers {

    private static final Set<String> TOTALS = Set.of("sum", "avg", "mean");
    private static final String[] COMPARISONS = {
        "=", "<>", "<", "<=", ">", ">=", "IN (", "NOT IN (", "BETWEEN", "LIKE", "IS NULL", "IS NOT NULL"
    };

    private final Spot spot;
    private final Table.Rows rows;
    private final Offers offers;

    PeopleOffers(Spot spot, Table.Rows rows, Offers offers) {
        this.spot = spot;
        this.rows = rows;
        this.offers = offers;
    }

    void add() {
        switch (spot.clause()) {
            case SELECT -> select();
            case WHERE -> condition();
            case GROUP_BY -> group();
            case HAVING -> having();
            case ORDER_BY -> order();
            case START, WITH, FROM, ON, USING, QUALIFY, LIMIT, OTHER -> {}
        }
    }

    private void select() {
        if (!spot.calls().isEmpty() && inAggregate()) {
            argument();
        } else if (spot.expectsOperand()) {
            released();
            if (spot.before().isEmpty() && spot.calls().isEmpty()) {
                offers.keywords("DISTINCT");
            }
        } else if (spot.calls().isEmpty()) {
            offers.keywords("AS", "FROM");
        }
    }

    private boolean inAggregate() {
        return spot.isIn(TOTALS) || spot.isIn(Set.of("count"));
    }

    /// Only a bare measure, people, or rows.
    private void argument() {
        boolean first = spot.before().isEmpty();
        boolean distinct = spot.before().size() == 1 && spot.ends("distinct");
        if (spot.isIn(Set.of("count"))) {
            if (first && allows(Aggregate.COUNT)) {
                offers.keywords("*");
            }
            if (first && allows(Aggregate.COUNT_DISTINCT_IDENTITY)) {
                offers.keywords("DISTINCT");
            }
            if (distinct && allows(Aggregate.COUNT_DISTINCT_IDENTITY)) {
                columns(Role.IDENTITY);
            }
            return;
        }
        boolean sum = spot.isIn(Set.of("sum"));
        if (first && allows(sum ? Aggregate.SUM : Aggregate.AVG)) {
            columns(Role.MEASURE);
        }
        if (sum && first && known().stream().anyMatch(Known::summable)) {
            offers.keywords("DISTINCT");
        }
        if (sum && distinct) {
            known().stream().filter(Known::summable).forEach(offers::column);
        }
    }

    private boolean allows(Aggregate aggregate) {
        return rows.aggregates().contains(aggregate);
    }

    /// What a released number or group can be named by.
    private void released() {
        if (spot.compared().isPresent()) {
            return;
        }
        var grouped = spot.grouped();
        boolean chosen = spot.groupsByName() && spot.clause() != Clause.GROUP_BY;
        boolean alone = spot.calls().isEmpty()
                && (spot.before().isEmpty() || spot.ends(",") || spot.ends("distinct") || spot.ends("by"));
        known().stream()
                .filter(column -> column.role() == Role.DIMENSION || (column.isPublic() && alone))
                .filter(column -> !chosen || grouped.stream().anyMatch(column.name()::equalsIgnoreCase))
                .forEach(offers::column);
        if (spot.qualifier().isEmpty()) {
            aggregates();
        }
    }

    private void aggregates() {
        if (allows(Aggregate.COUNT)) {
            offers.function("count(*)");
        }
        if (allows(Aggregate.COUNT_DISTINCT_IDENTITY)) {
            all(Role.IDENTITY).forEach(column -> offers.function("count(DISTINCT " + name(column) + ")"));
        }
        for (var measure : all(Role.MEASURE)) {
            if (allows(Aggregate.SUM)) {
                offers.function("sum(" + name(measure) + ")");
            }
            if (allows(Aggregate.AVG)) {
                offers.function("avg(" + name(measure) + ")");
            }
        }
        known().stream()
                .filter(Known::summable)
                .forEach(column -> offers.function("sum(DISTINCT " + name(column) + ")"));
    }

    private String name(Known column) {
        return offers.reference(column.name());
    }

    /// Conditions on dimensions that may be compared.
    private void condition() {
        var compared = spot.compared();
        if (compared.isPresent()) {
            if (compared.get().role() == Role.DIMENSION) {
                offers.values(compared.get());
            }
        } else if (spot.expectsOperand()) {
            columns(Role.DIMENSION);
            if (spot.calls().isEmpty() && spot.qualifier().isEmpty()) {
                offers.keywords("NOT");
                List.of("lower(", "upper(", "substr(").forEach(offers::function);
            }
        } else if (spot.calls().isEmpty()) {
            after();
        }
    }

    private void after() {
        if (isBareColumn()) {
            offers.keywords(COMPARISONS);
        } else {
            offers.keywords("AND", "OR", "GROUP BY", "HAVING", "ORDER BY", "LIMIT");
        }
    }

    private boolean isBareColumn() {
        var before = spot.before();
        int start = before.size();
        while (start > 0
                && !Set.of("and", "or", "not").contains(before.get(start - 1).meaning())) {
            start--;
        }
        boolean between = start > 2 && before.subList(0, start).stream().anyMatch(token -> token.is("between"));
        return !between
                && new Span(before.subList(start, before.size())).reference().isPresent();
    }

    private void group() {
        if (!spot.calls().isEmpty()) {
            columns(Role.DIMENSION);
        } else if (spot.expectsOperand()) {
            var grouped = spot.grouped();
            known().stream()
                    .filter(Known::isPublic)
                    .filter(column -> grouped.stream().noneMatch(column.name()::equalsIgnoreCase))
                    .forEach(offers::column);
            if (spot.ends("by")) {
                offers.keywords("ALL");
            }
        } else {
            offers.keywords("HAVING", "ORDER BY", "LIMIT");
        }
    }

    private void having() {
        if (inAggregate()) {
            argument();
        } else if (spot.expectsOperand()) {
            released();
        } else if (spot.calls().isEmpty()) {
            offers.keywords("=", "<>", "<", "<=", ">", ">=", "AND", "OR", "ORDER BY", "LIMIT");
        }
    }

    private void order() {
        if (inAggregate()) {
            argument();
        } else if (spot.expectsOperand()) {
            if (spot.qualifier().isEmpty()) {
                spot.query().items(Clause.SELECT).stream()
                        .flatMap(item -> item.outputName().stream())
                        .map(Sql::name)
                        .forEach(offers::condition);
            }
            released();
        } else if (spot.calls().isEmpty()) {
            offers.keywords("ASC", "DESC", "LIMIT");
        }
    }

    private void columns(Role role) {
        known().stream().filter(column -> column.role() == role).forEach(offers::column);
    }

    private List<Known> all(Role role) {
        return known().stream().filter(column -> column.role() == role).toList();
    }

    private List<Known> known() {
        return spot.known();
    }
}
