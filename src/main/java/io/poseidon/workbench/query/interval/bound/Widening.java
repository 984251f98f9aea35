package io.poseidon.workbench.query.interval.bound;

import java.util.List;
import java.util.Map;

/// What is added to one SELECT of a question so that it gives a lower bound to the one around it, and what keeps the
/// outputs of that one as they were.
///
/// @param path of the SELECT in the engine's tree, from the outermost one, as a JSON Pointer
/// @param outputs SQL of further columns, with their names
/// @param stars by their number in the SELECT list: SQL of what stands in place of a star, so that it does not show
///     them
public record Widening(String path, List<String> outputs, Map<Integer, String> stars) {
    public Widening {
        outputs = List.copyOf(outputs);
        stars = Map.copyOf(stars);
    }
}
