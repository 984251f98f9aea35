package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Sql;

/// What the engine calls a column of an answer.
public final class OutputNames {

    private OutputNames() {}

    public static String of(Expression output) {
        if (!output.alias().isEmpty()) {
            return output.alias();
        }
        return output instanceof Expression.Column column ? column.name() : Sql.of(output);
    }
}
