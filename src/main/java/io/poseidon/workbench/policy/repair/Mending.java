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
import io.poseidon.workbench.policy.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            case LITERAL_COLUMN, IDENTITY_LITERAL, COLUMN_COMPARISON, ERROR_CHANNEL, NONDETERMINISM, ROWID ->
                dropped(draft);
            case COLUMN -> new Misspelt(policy, reason).mend(draft) || dropped(draft);
            case FUNCTION, NESTED_EXPR, WINDOW -> replaced(draft) || dropped(draft);
            case IDENTITY_OUTPUT -> identity(draft);
            case MEASURE -> totals(draft) || dropped(draft);
            case ROW_PROJECTION -> groups(draft);
            case GROUPING_SETS -> plainGroups(draft);
            case SAMPLE -> sources(draft).unsampled();
            case SUBQUERY -> draft.dropCondition(reason.place(), reason.subject()) || uncut(draft);
            case JOIN_TYPE ->
                sources(draft).inner()
                        || sources(draft).declared()
                        || sources(draft).alone();
            case JOIN_CONDITION ->
                sources(draft).declared() || dropped(draft) || sources(draft).alone();
            case JOIN_COLUMN -> sources(draft).declared() || sources(draft).alone();
            case CATALOG -> sources(draft).plainName() || sources(draft).alone() || dropped(draft);
            case TABLE_FUNCTION -> sources(draft).alone();
            case NOT_LICENSED -> sources(draft).licensed() || sources(draft).alone() || dropped(draft);
            case SYNTAX,
                    STATEMENT,
                    LIMIT,
                    RECURSION,
                    SET_OP,
                    PIVOT,
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
        var found = new ArrayList<Expression>();
        draft.rewrite(part -> {
            if (part instanceof Call call && isOutermost(call)) {
                found.add(call);
                return Substitutes.of(call, rows()).apply(draft);
            }
            if (part instanceof Window window && window.place().equals(reason.place())) {
                found.add(window);
                draft.note(Change.PLAIN_GROUPS, "");
                return window.call();
            }
            return part;
        });
        if (!found.isEmpty()) {
            draft.dropRepeated();
        }
        return !found.isEmpty();
    }

    private boolean isOutermost(Call call) {
        return Substitutes.isAggregate(call) && Trees.covers(call.place(), reason.place());
    }

    private Optional<Table.Rows> rows() {
        return policy.tables().values().stream()
                .flatMap(table -> table instanceof Table.Rows rows ? Stream.of(rows) : Stream.empty())
                .findFirst();
    }

    private SourceMending sources(Draft draft) {
        return new SourceMending(policy, reason, draft);
    }

    private boolean groups(Draft draft) {
        return rows().map(table -> new RowsToGroups(table).mend(draft)).orElse(false);
    }

    private boolean identity(Draft draft) {
        boolean dropped = draft.dropOutput(reason.place(), reason.subject());
        return dropped || groups(draft);
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

    private boolean plainGroups(Draft draft) {
        if (draft.original().grouping().isPlain()) {
            return draft.dropOutput(reason.place(), reason.subject());
        }
        draft.note(Change.PLAIN_GROUPS, "");
        return true;
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
}
