package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What may stand in a FROM: tables of the policy and named queries; beside people only declared joins.
final class SourceOffers {

    private final Spot spot;
    private final Catalog catalog;
    private final Offers offers;

    SourceOffers(Spot spot, Catalog catalog, Offers offers) {
        this.spot = spot;
        this.catalog = catalog;
        this.offers = offers;
    }

    void add() {
        switch (spot.clause()) {
            case START -> offers.keywords("SELECT", "WITH", "FROM");
            case FROM -> {
                if (spot.expectsOperand()) {
                    tables();
                } else {
                    after();
                }
            }
            case ON -> on();
            case USING -> using();
            case WITH, SELECT, WHERE, GROUP_BY, HAVING, QUALIFY, ORDER_BY, LIMIT, OTHER -> {}
        }
    }

    private void tables() {
        var others = spot.relations().stream()
                .filter(relation -> !relation.name().equals(spot.typed()))
                .toList();
        var people = others.stream().filter(Relation::people).findFirst();
        if (people.isPresent()) {
            joinable().forEach(offers::table);
            return;
        }
        boolean alone = others.isEmpty();
        spot.named().forEach(offers::table);
        catalog.tables().stream().filter(name -> alone || !isPeople(name)).forEach(offers::table);
    }

    private boolean isPeople(String table) {
        return catalog.table(table).filter(found -> found instanceof Table.Rows).isPresent();
    }

    /// Uploads whose join the policy declares and that are not joined yet.
    private List<String> joinable() {
        var used = spot.relations().stream()
                .flatMap(relation -> relation.table().stream())
                .toList();
        return rows().stream()
                .flatMap(rows -> rows.joins().stream())
                .map(Table.JoinTerm::with)
                .filter(name -> !used.contains(name) || name.equalsIgnoreCase(spot.typed()))
                .toList();
    }

    private Optional<Table.Rows> rows() {
        return spot.relations().stream()
                .filter(Relation::people)
                .flatMap(relation -> relation.table().stream())
                .flatMap(name -> catalog.table(name).stream())
                .flatMap(table -> table instanceof Table.Rows rows ? Stream.of(rows) : Stream.empty())
                .findFirst();
    }

    private void after() {
        boolean joined = spot.relations().size() > 1;
        if (joined && spot.people()) {
            offers.keywords("ON", "USING");
            return;
        }
        if (joined) {
            offers.keywords("ON", "USING");
        }
        offers.keywords("WHERE", "GROUP BY", "HAVING", "ORDER BY", "LIMIT");
        if (!spot.people()) {
            offers.keywords("JOIN", "LEFT JOIN", "AS");
        } else if (!joinable().isEmpty()) {
            offers.keywords("JOIN", "AS");
        }
    }

    /// Beside people the one equality that the policy declares.
    private void on() {
        if (!spot.people()) {
            return;
        }
        if (spot.before().isEmpty()) {
            declared()
                    .ifPresent(term -> rows().ifPresent(
                                    rows -> offers.condition(Sql.name(aliasOf(rows.name())) + "." + Sql.name(term.on())
                                            + " = " + Sql.name(aliasOf(term.with())) + "." + Sql.name(term.on()))));
        } else if (!spot.expectsOperand() && spot.before().stream().anyMatch(token -> token.is("="))) {
            offers.keywords("WHERE", "GROUP BY", "HAVING", "ORDER BY", "LIMIT");
            if (!joinable().isEmpty()) {
                offers.keywords("JOIN");
            }
        }
    }

    private void using() {
        boolean open = spot.before().isEmpty() && spot.openBrackets();
        if (spot.people()) {
            declared().map(Table.JoinTerm::on).ifPresent(column -> column(column, open));
        } else if (spot.before().isEmpty()) {
            common().forEach(column -> column(column, open));
        }
        if (!spot.before().isEmpty() && !spot.openBrackets()) {
            offers.keywords("WHERE", "GROUP BY", "HAVING", "ORDER BY", "LIMIT");
        }
    }

    private void column(String name, boolean open) {
        if (spot.before().isEmpty()) {
            offers.condition(open ? Sql.name(name) : "(" + Sql.name(name) + ")");
        }
    }

    /// Columns that the last table shares with one before it.
    private List<String> common() {
        var relations = spot.relations();
        if (relations.size() < 2) {
            return List.of();
        }
        var earlier = relations.subList(0, relations.size() - 1);
        return relations.getLast().columns().stream()
                .map(Known::name)
                .filter(name -> Relations.find(earlier, name).isPresent())
                .toList();
    }

    /// The join of the upload that was named last.
    private Optional<Table.JoinTerm> declared() {
        var names = spot.relations().stream()
                .flatMap(relation -> relation.table().stream())
                .toList();
        return rows().stream()
                .flatMap(rows -> rows.joins().stream())
                .filter(term -> names.contains(term.with()))
                .reduce((first, second) -> names.indexOf(first.with()) > names.indexOf(second.with()) ? first : second);
    }

    private String aliasOf(String table) {
        return spot.relations().stream()
                .filter(relation -> relation.table().filter(table::equals).isPresent())
                .map(Relation::name)
                .findFirst()
                .orElse(table);
    }
}
