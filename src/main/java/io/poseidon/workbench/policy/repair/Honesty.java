package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Caution;
import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Decision.Effect;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Select;
import java.util.ArrayList;
import java.util.List;

/// Puts the honest number beside, or in place of, one that could be misread.
final class Honesty {

    private final List<Caution> cautions;
    private final List<Effect> effects;

    Honesty(List<Caution> cautions, List<Effect> effects) {
        this.cautions = cautions;
        this.effects = effects;
    }

    Query mend(Query query) {
        return Trees.selects(query, this::select);
    }

    private Select select(Select select) {
        var draft = new Draft(select, effects);
        boolean changed = false;
        for (var caution : cautions) {
            changed |= switch (caution.kind()) {
                case OVERLAP -> lowerBound(draft, caution);
                case AVERAGE_OF_RATIOS -> weighted(draft, caution);
            };
        }
        return changed ? draft.select() : select;
    }

    /// The largest single cell: at least that many people there are.
    private boolean lowerBound(Draft draft, Caution caution) {
        for (var column : List.copyOf(draft.columns())) {
            if (column instanceof Call call
                    && call.place().equals(caution.place())
                    && call.arguments().size() == 1) {
                draft.addOutput(
                        Call.of(Expression.Mark.NONE, "max", call.arguments().getFirst()), "at_least");
                draft.note(Change.ADDS_LOWER_BOUND, "");
                return true;
            }
        }
        return false;
    }

    private boolean weighted(Draft draft, Caution caution) {
        boolean changed = false;
        for (var mean : means(draft, caution)) {
            if (new Weights(draft).replace(mean)) {
                draft.note(Change.WEIGHTS_MEAN, "");
                changed = true;
            }
        }
        return changed;
    }

    private static List<Call> means(Draft draft, Caution caution) {
        var means = new ArrayList<Call>();
        draft.rewrite(part -> {
            if (part instanceof Call call && call.place().equals(caution.place()) && !means.contains(call)) {
                means.add(call);
            }
            return part;
        });
        return means;
    }
}
