package io.poseidon.workbench.pricing.coverage;

import java.util.ArrayList;
import java.util.List;

/// Views on a universe of cells. Views determine the union of their cells and nothing else, so the arbitrage price of
/// a view is its cheapest weighted set cover (query-based pricing; Koutris et al. 2012, for selection views).
public record CoverageMenu(List<String> universe, List<View> views) {

    public CoverageMenu {
        universe = universe.stream().distinct().toList();
        views = List.copyOf(views);
    }

    /// Consistent when no view is strictly dearer than a cover of its cells by other views.
    public CoverageVerdict check() {
        var violations = new ArrayList<CoverageVerdict.Violation>();
        for (var view : views) {
            var others = views.stream().filter(other -> !other.equals(view)).toList();
            SetCover.cheapest(others, view.cells().stream().sorted().toList())
                    .filter(cover -> cover.cost().compareTo(view.price()) < 0)
                    .ifPresent(cover -> violations.add(new CoverageVerdict.Violation(view, cover)));
        }
        return new CoverageVerdict(violations, SetCover.cheapest(views, universe));
    }
}
