package io.poseidon.workbench.pricing.coverage;

import io.poseidon.workbench.model.Rational;
import java.util.Set;

/// A named set of cells on offer at an exact price.
public record View(String name, Set<String> cells, Rational price) {

    public View {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("price must not be negative");
        }
        cells = Set.copyOf(cells);
    }
}
