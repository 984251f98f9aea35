package io.poseidon.workbench.policy.tree;

import java.util.ArrayList;
import java.util.List;

/// An expression that the engine's tree keeps apart from functions: comparisons, AND and OR, BETWEEN, CASE, and
/// the operators with words of their own. Most tell true or false.
public sealed interface Condition extends Expression {

    record Comparison(Mark mark, Operator operator, Expression left, Expression right) implements Condition {
        public enum Operator {
            COMPARE_EQUAL("="),
            COMPARE_NOTEQUAL("<>"),
            COMPARE_LESSTHAN("<"),
            COMPARE_GREATERTHAN(">"),
            COMPARE_LESSTHANOREQUALTO("<="),
            COMPARE_GREATERTHANOREQUALTO(">="),
            COMPARE_DISTINCT_FROM("IS DISTINCT FROM"),
            COMPARE_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM");

            private final String sql;

            Operator(String sql) {
                this.sql = sql;
            }

            public String sql() {
                return sql;
            }
        }

        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Comparison(mark, operator, children.get(0), children.get(1));
        }
    }

    /// AND (`all`) or OR over two or more parts.
    record Conjunction(Mark mark, boolean all, List<Expression> children) implements Condition {
        public Conjunction {
            children = List.copyOf(children);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Conjunction(mark, all, parts);
        }
    }

    record Between(Mark mark, Expression input, Expression lower, Expression upper) implements Condition {
        @Override
        public List<Expression> children() {
            return List.of(input, lower, upper);
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Between(mark, children.get(0), children.get(1), children.get(2));
        }
    }

    record Operation(Mark mark, Operator operator, List<Expression> children) implements Condition {
        public enum Operator {
            OPERATOR_NOT,
            OPERATOR_IS_NULL,
            OPERATOR_IS_NOT_NULL,
            COMPARE_IN,
            COMPARE_NOT_IN,
            OPERATOR_COALESCE,
            ARRAY_EXTRACT,
            ARRAY_SLICE,
            STRUCT_EXTRACT,
            OPERATOR_TRY,
            OPERATOR_UNPACK,
            GROUPING_FUNCTION
        }

        public Operation {
            children = List.copyOf(children);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Operation(mark, operator, parts);
        }
    }

    /// CASE with conditions: `when` and `then` of equal length.
    record Case(Mark mark, List<Expression> when, List<Expression> then, Expression otherwise) implements Condition {
        public Case {
            when = List.copyOf(when);
            then = List.copyOf(then);
        }

        @Override
        public List<Expression> children() {
            var all = new ArrayList<Expression>(when);
            all.addAll(then);
            all.add(otherwise);
            return all;
        }

        @Override
        public Expression with(List<Expression> children) {
            var parts = new Parts(children);
            return new Case(mark, parts.take(when.size()), parts.take(then.size()), parts.one());
        }
    }
}
