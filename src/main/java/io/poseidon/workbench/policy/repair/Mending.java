package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Decision.Effect;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One step of a repair: takes away one reason.
final class Mending {

    private final PolicyDocument policy;
    private final Finding reason;
    private final List<Effect> effects;

    Mending(PolicyDocument policy, Finding reason, List<Effect> effects) {
        this.policy = policy;
        this.reason = reason;
        this.effects = effects;
    }

    Query mend(Query query) {
        if (reason.rule() == Rule.SET_OP && query instanceof Query.SetOperation operation) {
            effects.add(new Effect(Change.FIRST_PART, ""));
            return operation.parts().getFirst();
        }
        return Trees.selects(query, this::select);
    }

    private Select select(Select select) {
        var draft = new Draft(select, effects);
        boolean changed = switch (reason.rule()) {
            case LITERAL_COLUMN,
                    IDENTITY_LITERAL,
                    COLUMN_COMPARISON,
                    ERROR_CHANNEL,
                    NONDETERMINISM,
                    COLUMN,
                    ROWID,
                    JOIN_CONDITION -> dropped(draft);
            case FUNCTION, NESTED_EXPR, WINDOW -> replaced(draft) || dropped(draft);
            case IDENTITY_OUTPUT -> identity(draft);
            case MEASURE -> totals(draft) || dropped(draft);
            case ROW_PROJECTION -> counted(draft);
            case GROUPING_SETS -> plainGroups(draft);
            case SAMPLE -> unsampled(draft);
            case SUBQUERY -> draft.dropCondition(reason.place(), reason.subject()) || uncut(draft);
            case JOIN_TYPE -> inner(draft);
            case JOIN_COLUMN -> declared(draft);
            case CATALOG -> plainName(draft);
            case SYNTAX,
                    STATEMENT,
                    LIMIT,
                    RECURSION,
                    SET_OP,
                    PIVOT,
                    TABLE_FUNCTION,
                    NOT_LICENSED,
                    COHORT,
                    DOMINANCE,
                    SPAN,
                    BUDGET,
                    EXPIRED,
                    PURPOSE -> false;
        };
        return changed ? draft.select() : select;
    }

    private boolean dropped(Draft draft) {
        return draft.dropCondition(reason.place(), reason.subject())
                || draft.dropOutput(reason.place(), reason.subject());
    }

    /// The aggregate around the place becomes the nearest one that the policy allows.
    private boolean replaced(Draft draft) {
        var found = new ArrayList<Call>();
        draft.rewrite(part -> {
            if (part instanceof Call call && isOutermost(call)) {
                found.add(call);
                return Substitutes.of(call, rows(draft)).apply(draft);
            }
            return part instanceof Expression.Window window && window.place().equals(reason.place())
                    ? window.call()
                    : part;
        });
        return !found.isEmpty();
    }

    private boolean isOutermost(Call call) {
        return Substitutes.isAggregate(call) && Trees.covers(call.place(), reason.place());
    }

    private Optional<Table.Rows> rows(Draft draft) {
        var found = new ArrayList<Table.Rows>();
        policy.tables().values().forEach(table -> {
            if (table instanceof Table.Rows rows) {
                found.add(rows);
            }
        });
        return found.stream().findFirst();
    }

    private boolean identity(Draft draft) {
        boolean dropped = draft.dropOutput(reason.place(), reason.subject());
        return dropped || counted(draft);
    }

    /// A bare measure becomes its sum.
    private boolean totals(Draft draft) {
        boolean changed = false;
        for (int i = 0; i < draft.columns().size(); i++) {
            if (draft.columns().get(i) instanceof Expression.Column column && Draft.touches(column, reason.place())) {
                draft.replaceColumn(i, Call.of(Expression.Mark.NONE, "sum", column));
                draft.note(Change.TOTAL_INSTEAD, column.name());
                changed = true;
            }
        }
        return changed;
    }

    /// Rows become groups of the dimensions named, with how many there are.
    private boolean counted(Draft draft) {
        var table = rows(draft);
        if (table.isEmpty()) {
            return false;
        }
        var dimensions = draft.columns().stream()
                .filter(column -> column instanceof Expression.Column named
                        && table.get().dimensions().containsKey(named.name().toLowerCase(Locale.ROOT)))
                .toList();
        var numbers = draft.columns().stream().filter(Substitutes::hasAggregate).toList();
        var outputs = new ArrayList<>(dimensions);
        outputs.addAll(numbers);
        if (numbers.isEmpty()) {
            outputs.add(Call.of(Expression.Mark.NONE, "count_star"));
        }
        draft.replaceOutputs(outputs);
        draft.groupAll();
        draft.note(Change.COUNTS_GROUPS, "");
        return true;
    }

    private boolean plainGroups(Draft draft) {
        if (draft.original().grouping().isPlain()) {
            return draft.dropOutput(reason.place(), reason.subject());
        }
        draft.note(Change.PLAIN_GROUPS, "");
        return true;
    }

    private boolean unsampled(Draft draft) {
        draft.unsample(Trees.sources(draft.from(), Mending::unsampled));
        draft.note(Change.WHOLE_TABLE, "");
        return true;
    }

    private static Source unsampled(Source source) {
        return switch (source) {
            case Source.Table table ->
                new Source.Table(
                        table.place(),
                        table.alias(),
                        Optional.empty(),
                        table.qualifier(),
                        table.name(),
                        table.names(),
                        table.edition());
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

    /// Sorting and cutting of rows is taken out of the inner query.
    private boolean uncut(Draft draft) {
        var tail = draft.original().tail();
        boolean cut = tail.isLimited() || !tail.orders().isEmpty();
        if (cut && draft.columns().stream().noneMatch(Substitutes::hasAggregate)) {
            draft.unsort();
            draft.note(Change.WHOLE_CTE, "");
            return true;
        }
        return draft.dropOutput(reason.place(), reason.subject());
    }

    private boolean inner(Draft draft) {
        var changed = new ArrayList<Source.Join>();
        draft.from(Trees.sources(draft.from(), source -> {
            if (source instanceof Source.Join join
                    && !join.type().equals("INNER")
                    && join.kind().matches("REGULAR|NATURAL")) {
                changed.add(join);
                return Trees.on(join, join.on());
            }
            return source;
        }));
        if (!changed.isEmpty()) {
            draft.note(Change.INNER_JOIN, "");
        }
        return !changed.isEmpty();
    }

    /// The condition becomes equality on the column that the policy declares.
    private boolean declared(Draft draft) {
        var table = rows(draft);
        var changed = new ArrayList<Source.Join>();
        draft.from(Trees.sources(draft.from(), source -> {
            if (source instanceof Source.Join join
                    && join.left() instanceof Source.Table left
                    && join.right() instanceof Source.Table right
                    && join.on().isPresent()) {
                var term = table.flatMap(rows -> rows.join(right.name()).or(() -> rows.join(left.name())));
                if (term.isPresent()) {
                    changed.add(join);
                    return Trees.on(
                            join, Optional.of(equal(left, right, term.get().on())));
                }
            }
            return source;
        }));
        if (!changed.isEmpty()) {
            draft.note(Change.DECLARED_JOIN, "");
        }
        return !changed.isEmpty();
    }

    private static Expression equal(Source.Table left, Source.Table right, String column) {
        return new Expression.Comparison(
                Expression.Mark.NONE,
                Expression.Comparison.Operator.COMPARE_EQUAL,
                Expression.Column.of(alias(left), column),
                Expression.Column.of(alias(right), column));
    }

    private static String alias(Source.Table table) {
        return table.alias().isEmpty() ? table.name() : table.alias();
    }

    private boolean plainName(Draft draft) {
        var changed = new ArrayList<String>();
        draft.from(Trees.sources(draft.from(), source -> {
            if (source instanceof Source.Table table
                    && !table.qualifier().isEmpty()
                    && policy.table(table.name()).isPresent()) {
                changed.add(table.name());
                return new Source.Table(
                        table.place(), table.alias(), table.sample(), "", table.name(), table.names(), table.edition());
            }
            return source;
        }));
        changed.forEach(name -> draft.note(Change.PLAIN_NAME, name));
        return !changed.isEmpty();
    }
}
