package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.List;
import java.util.Set;

/// What may be put in over cells, uploads and released numbers: every column, every function that is known to fit.
final class FreeOffers {

    private static final List<String> AGGREGATES = List.of("count(*)", "sum(", "avg(", "min(", "max(", "median(");
    private static final List<String> SCALARS =
            List.of("round(", "abs(", "coalesce(", "nullif(", "lower(", "upper(", "substr(");
    private static final Set<String> OVER_NUMBERS = Set.of("sum", "avg", "median");

    private final Spot spot;
    private final Offers offers;

    FreeOffers(Spot spot, Offers offers) {
        this.spot = spot;
        this.offers = offers;
    }

    void add() {
        switch (spot.clause()) {
            case SELECT -> {
                if (spot.expectsOperand()) {
                    operand(true);
                    if (spot.before().isEmpty()
                            && spot.calls().isEmpty()
                            && spot.qualifier().isEmpty()) {
                        offers.keywords("*", "DISTINCT");
                    }
                } else if (spot.calls().isEmpty()) {
                    offers.keywords("AS", "FROM", "OVER (");
                }
            }
            case WHERE, ON -> condition(false);
            case HAVING -> condition(true);
            case GROUP_BY -> group();
            case ORDER_BY -> order();
            case START, WITH, FROM, USING, QUALIFY, LIMIT, OTHER -> {}
        }
    }

    private void operand(boolean aggregates) {
        boolean numbersOnly = spot.isIn(OVER_NUMBERS);
        spot.known().stream()
                .filter(column -> !numbersOnly || isNumber(column.type()))
                .forEach(offers::column);
        if (spot.qualifier().isPresent()) {
            return;
        }
        if (aggregates && spot.calls().stream().noneMatch(FreeOffers::isAggregate)) {
            AGGREGATES.forEach(offers::function);
        }
        if (spot.isIn(Set.of("count")) && spot.before().isEmpty()) {
            offers.keywords("*", "DISTINCT");
        }
        SCALARS.forEach(offers::function);
        offers.keywords("CASE");
    }

    private static boolean isAggregate(String function) {
        return AGGREGATES.stream().anyMatch(known -> known.startsWith(function + "("));
    }

    private static boolean isNumber(ColumnType type) {
        return switch (type) {
            case INTEGER, DOUBLE, DECIMAL, OTHER -> true;
            case TEXT, BOOLEAN, DATE, TIMESTAMP -> false;
        };
    }

    private void condition(boolean aggregates) {
        var compared = spot.compared();
        if (compared.isPresent() && !compared.get().values().isEmpty()) {
            offers.values(compared.get());
        } else if (spot.expectsOperand()) {
            operand(aggregates);
            offers.keywords("NOT");
        } else if (spot.calls().isEmpty()) {
            offers.keywords(
                    "=", "<>", "<", "<=", ">", ">=", "IN (", "NOT IN (", "BETWEEN", "LIKE", "IS NULL", "IS NOT NULL");
            offers.keywords("AND", "OR", "GROUP BY", "HAVING", "ORDER BY", "LIMIT");
        }
    }

    private void group() {
        if (spot.expectsOperand()) {
            operand(false);
            if (spot.ends("by")) {
                offers.keywords("ALL");
            }
        } else if (spot.calls().isEmpty()) {
            offers.keywords("HAVING", "ORDER BY", "LIMIT");
        }
    }

    private void order() {
        if (spot.expectsOperand()) {
            if (spot.qualifier().isEmpty()) {
                spot.query().items(Clause.SELECT).stream()
                        .flatMap(item -> item.outputName().stream())
                        .map(Sql::name)
                        .forEach(offers::condition);
            }
            operand(true);
        } else if (spot.calls().isEmpty()) {
            offers.keywords("ASC", "DESC", "NULLS LAST", "LIMIT");
        }
    }
}
