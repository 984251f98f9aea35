package io.poseidon.workbench.model;

import java.util.List;
import java.util.Optional;

/// A column of whole numbers with noise of a known variance.
public final class NoisyColumn {

    private NoisyColumn() {}

    public static Column of(String name, Role role, long variance) {
        return new Column(
                name,
                role,
                ColumnType.INTEGER,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(Rational.of(variance)));
    }
}
