package io.poseidon.workbench.pricing.coverage;

import java.util.List;
import java.util.Optional;

/// Views dearer than others that determine them (in the menu's order), and the cheapest way to everything, where
/// there is one.
public record CoverageVerdict(List<Violation> violations, Optional<CheaperViews> universe) {

    /// `view` costs more than `instead`, which holds at least its cells.
    public record Violation(View view, CheaperViews instead) {}

    public CoverageVerdict {
        violations = List.copyOf(violations);
    }

    public boolean consistent() {
        return violations.isEmpty();
    }
}
