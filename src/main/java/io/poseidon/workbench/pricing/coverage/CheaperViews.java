package io.poseidon.workbench.pricing.coverage;

import io.poseidon.workbench.model.Rational;
import java.util.List;

/// Views which together hold some cells, in the menu's order, and what they cost.
public record CheaperViews(Rational cost, List<String> views) {
    public CheaperViews {
        views = List.copyOf(views);
    }
}
