package io.poseidon.workbench.policy.tree;

import java.util.ArrayList;
import java.util.List;

/// A function over neighbouring rows: `call` holds its arguments and filter, `frame` the bounds as written.
public record Window(
        Expression.Mark mark,
        Expression.Call call,
        List<Expression> partitions,
        List<Expression.Order> orders,
        Window.Frame frame)
        implements Expression {
    public Window {
        partitions = List.copyOf(partitions);
        orders = List.copyOf(orders);
    }

    @Override
    public List<Expression> children() {
        var all = new ArrayList<>(call.children());
        all.addAll(partitions);
        orders.forEach(order -> all.add(order.by()));
        all.addAll(frame.expressions());
        return all;
    }

    @Override
    public Expression with(List<Expression> children) {
        var parts = new Parts(children);
        var inner = (Expression.Call) call.with(parts.take(call.children().size()));
        var groups = parts.take(partitions.size());
        var sorted = orders.stream().map(order -> order.by(parts.one())).toList();
        return new Window(mark, inner, groups, sorted, frame.with(parts.rest()));
    }

    /// The bounds of a window in the engine's words; `expressions` are the offsets of start and end, where present.
    public record Frame(
            String start,
            String end,
            String exclude,
            boolean ignoreNulls,
            boolean offsetAtStart,
            List<Expression> expressions) {
        public Frame {
            expressions = List.copyOf(expressions);
        }

        Frame with(List<Expression> parts) {
            return new Frame(start, end, exclude, ignoreNulls, offsetAtStart, parts);
        }
    }
}
