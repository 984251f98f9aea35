package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Mends what stands in the FROM of one draft. Each step tells whether it changed anything.
final class SourceMending {

    private final PolicyDocument policy;
    private final Finding reason;
    private final Draft draft;

    SourceMending(PolicyDocument policy, Finding reason, Draft draft) {
        this.policy = policy;
        this.reason = reason;
        this.draft = draft;
    }

    private boolean changed(UnaryOperator<Source> change) {
        var before = draft.from();
        draft.from(Trees.sources(before, change));
        return !draft.from().equals(before);
    }

    private boolean noted(boolean changed, Change change, String subject) {
        if (changed) {
            draft.note(change, subject);
        }
        return changed;
    }

    boolean unsampled() {
        draft.unsample(Trees.sources(draft.from(), SourceMending::unsampled));
        return noted(true, Change.WHOLE_TABLE, "");
    }

    private static Source unsampled(Source source) {
        return switch (source) {
            case Source.Table table -> table(table, table.qualifier(), table.name(), table.edition());
            case Source.Derived derived ->
                new Source.Derived(
                        derived.place(), derived.alias(), Optional.empty(), derived.query(), derived.names());
            case Source.Join join -> join;
            case Source.Empty empty -> empty;
            case Source.Function function -> function;
            case Source.Values values -> values;
            case Source.Pivot pivot -> pivot;
        };
    }

    private static Source.Table table(Source.Table table, String qualifier, String name, boolean edition) {
        return new Source.Table(
                table.place(), table.alias(), Optional.empty(), qualifier, name, table.names(), edition);
    }

    boolean inner() {
        boolean changed = changed(source -> source instanceof Source.Join join
                        && !join.type().equals("INNER")
                        && join.kind().matches("REGULAR|NATURAL")
                ? Trees.on(join, join.on())
                : source);
        return noted(changed, Change.INNER_JOIN, "");
    }

    /// The condition becomes equality on the column that the policy declares.
    boolean declared() {
        boolean changed = changed(source -> source instanceof Source.Join join
                        && join.left() instanceof Source.Table left
                        && join.right() instanceof Source.Table right
                        && (join.on().isPresent() || !join.kind().equals("REGULAR"))
                ? term(left, right)
                        .<Source>map(term -> Trees.on(join, Optional.of(equal(left, right, term.on()))))
                        .orElse(join)
                : source);
        return noted(changed, Change.DECLARED_JOIN, "");
    }

    private Optional<Table.JoinTerm> term(Source.Table left, Source.Table right) {
        return joined(left, right).or(() -> joined(right, left));
    }

    private Optional<Table.JoinTerm> joined(Source.Table people, Source.Table other) {
        return policy.table(people.name())
                .flatMap(table -> table instanceof Table.Rows rows ? rows.join(other.name()) : Optional.empty());
    }

    private static Expression equal(Source.Table left, Source.Table right, String column) {
        return new Condition.Comparison(
                Expression.Mark.NONE,
                Condition.Comparison.Operator.COMPARE_EQUAL,
                Expression.Column.of(alias(left), column),
                Expression.Column.of(alias(right), column));
    }

    private static String alias(Source.Table table) {
        return table.alias().isEmpty() ? table.name() : table.alias();
    }

    boolean plainName() {
        var names = new ArrayList<String>();
        boolean changed = changed(source -> {
            if (source instanceof Source.Table table
                    && !table.qualifier().isEmpty()
                    && policy.table(table.name()).isPresent()) {
                names.add(table.name());
                return table(table, "", table.name(), table.edition());
            }
            return source;
        });
        return noted(changed, Change.PLAIN_NAME, names.isEmpty() ? "" : names.getFirst());
    }

    /// The edition that was bought, and the table that was meant: by nearly the same name, or the only one there is.
    boolean licensed() {
        var names = new ArrayList<String>();
        boolean changed = changed(source -> {
            if (!(source instanceof Source.Table table) || !isMeant(table)) {
                return source;
            }
            var known = policy.table(table.name()).map(Table::name).or(() -> meant(table.name()));
            names.addAll(known.stream().toList());
            return known.<Source>map(name -> table(table, "", name, false)).orElse(table);
        });
        return noted(changed, Change.KNOWN_TABLE, names.isEmpty() ? "" : names.getFirst());
    }

    private boolean isMeant(Source.Table table) {
        return Trees.covers(table.place(), reason.place()) || table.name().equalsIgnoreCase(reason.subject());
    }

    private Optional<String> meant(String name) {
        var tables = policy.tables().values().stream()
                .filter(table -> !(table instanceof Table.Own))
                .map(Table::name)
                .toList();
        var nearest = Misspelt.nearest(name, tables);
        return nearest.isEmpty() && tables.size() == 1 && draft.from() instanceof Source.Table
                ? Optional.of(tables.getFirst())
                : nearest;
    }

    /// The join with what is not allowed is left out.
    boolean alone() {
        var dropped = new ArrayList<String>();
        boolean changed = changed(source -> source instanceof Source.Join join ? side(join, dropped) : source);
        dropped.stream().distinct().forEach(name -> draft.note(Change.DROPS_JOIN, name));
        return changed;
    }

    private Source side(Source.Join join, List<String> dropped) {
        if (offends(join.right()) || Trees.covers(join.place(), reason.place()) && !offends(join.left())) {
            dropped.add(name(join.right()));
            return join.left();
        }
        if (offends(join.left())) {
            dropped.add(name(join.left()));
            return join.right();
        }
        return join;
    }

    private boolean offends(Source source) {
        boolean named = Stream.of(name(source), source.alias())
                .anyMatch(name -> !name.isEmpty() && name.equalsIgnoreCase(reason.subject()));
        return !(source instanceof Source.Join) && (named || Trees.covers(source.place(), reason.place()));
    }

    private static String name(Source source) {
        return switch (source) {
            case Source.Table table -> table.name();
            case Source.Function function -> function.call().name();
            case Source.Derived derived -> derived.alias();
            case Source.Values values -> "VALUES";
            case Source.Join join -> name(join.right());
            case Source.Pivot pivot -> "PIVOT";
            case Source.Empty ignored -> "";
        };
    }
}
