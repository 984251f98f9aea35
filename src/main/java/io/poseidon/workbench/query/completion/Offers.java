package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.completion.Suggestion.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is offered at one spot, in order: the first mention of a text counts. Used by one thread.
final class Offers {

    private final Spot spot;
    private final Map<String, Suggestion> offers = new LinkedHashMap<>();

    Offers(Spot spot) {
        this.spot = spot;
    }

    void keywords(String... words) {
        for (var word : words) {
            add(word, Kind.KEYWORD, "");
        }
    }

    void function(String text) {
        add(text, Kind.FUNCTION, "");
    }

    void table(String name) {
        add(Sql.name(name), Kind.TABLE, "");
    }

    void column(Known column) {
        add(reference(column.name()), Kind.COLUMN, column.detail());
    }

    /// Under its table's name where two tables have it.
    String reference(String name) {
        if (spot.qualifier().isPresent()) {
            return Sql.name(name);
        }
        var holders = spot.relations().stream()
                .filter(relation -> relation.columns().stream()
                        .anyMatch(column -> column.name().equalsIgnoreCase(name)))
                .toList();
        return holders.size() < 2 ? Sql.name(name) : Sql.name(holders.getFirst().name()) + "." + Sql.name(name);
    }

    void condition(String text) {
        add(text, Kind.COLUMN, "");
    }

    void values(Known column) {
        column.values().forEach(value -> add(literal(column.type(), value), Kind.VALUE, column.name()));
    }

    private static String literal(ColumnType type, String value) {
        return switch (type) {
            case INTEGER, DOUBLE, DECIMAL, BOOLEAN -> value;
            case TEXT, DATE, TIMESTAMP, OTHER -> Sql.text(value);
        };
    }

    private void add(String text, Kind kind, String detail) {
        var typed = spot.typed();
        var fitting = fitting(text, kind, typed);
        if (fitting.isPresent() && !fitting.get().equals(typed)) {
            offers.putIfAbsent(fitting.get(), new Suggestion(fitting.get(), kind, detail, spot.from(), typed.length()));
        }
    }

    /// A name that was begun with a quote goes on with one.
    private static Optional<String> fitting(String text, Kind kind, String typed) {
        var start = typed.toLowerCase(Locale.ROOT);
        if (text.toLowerCase(Locale.ROOT).startsWith(start)) {
            return Optional.of(text);
        }
        boolean name = kind == Kind.COLUMN || kind == Kind.TABLE;
        if (name && start.startsWith("\"")) {
            var quoted = text.startsWith("\"") ? text : "\"" + text + "\"";
            return quoted.toLowerCase(Locale.ROOT).startsWith(start) ? Optional.of(quoted) : Optional.empty();
        }
        return name
                        && text.startsWith("\"")
                        && text.substring(1).toLowerCase(Locale.ROOT).startsWith(start)
                ? Optional.of(text)
                : Optional.empty();
    }

    List<Suggestion> all() {
        return new ArrayList<>(offers.values());
    }
}
