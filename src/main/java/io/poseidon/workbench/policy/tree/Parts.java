package io.poseidon.workbench.policy.tree;

import java.util.List;

/// Hands out the parts of an expression in order.
final class Parts {

    private final List<Expression> parts;
    private int next;

    Parts(List<Expression> parts) {
        this.parts = parts;
    }

    Expression one() {
        return parts.get(next++);
    }

    List<Expression> take(int count) {
        var taken = parts.subList(next, next + count);
        next += count;
        return List.copyOf(taken);
    }

    List<Expression> rest() {
        return take(parts.size() - next);
    }
}
