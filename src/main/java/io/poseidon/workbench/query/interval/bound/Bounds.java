package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands beside the columns of a question that are upper bounds.
///
/// @param lower SQL of the lower bound by the number of the column, computed in the outermost SELECT
/// @param bare columns that are upper bounds without a lower one
/// @param columns of the question; 0 where they could not be followed
/// @param widenings what the inner SELECTs have to give for `lower`
/// @param complete whether every upper bound has its lower one; not so where a question could not be followed
public record Bounds(
        Map<Integer, String> lower, Set<Integer> bare, int columns, List<Widening> widenings, boolean complete) {

    public static final Bounds NONE = new Bounds(Map.of(), Set.of(), 0, List.of(), true);

    private static final Bounds UNKNOWN = new Bounds(Map.of(), Set.of(), 0, List.of(), false);

    public Bounds {
        lower = Map.copyOf(lower);
        bare = Set.copyOf(bare);
        widenings = List.copyOf(widenings);
    }

    public static Bounds of(Query query, List<Schema> schemas, Overlaps overlaps) {
        if (overlaps.places().isEmpty()) {
            return NONE;
        }
        return Chain.of(query, schemas)
                .flatMap(chain -> new Carrying(chain, overlaps).bounds())
                .orElse(UNKNOWN);
    }
}
