package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Constant;
import io.poseidon.workbench.policy.tree.Window;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which values of each dimension a history of questions tells apart, where the policy declares types only: the values
/// it names and some that stand for all others.
public final class Literals {

    private final Table.Rows table;
    private final Map<String, TreeSet<String>> named = new TreeMap<>();

    public Literals(Table.Rows table) {
        this.table = table;
    }

    public void add(Question question) {
        question.filters().forEach(this::add);
        question.groups().forEach(this::add);
    }

    /// Whether a question named this value.
    public boolean isNamed(String column, String value) {
        return named.getOrDefault(column, new TreeSet<>()).contains(value);
    }

    public List<Axis> axes() {
        var axes = new ArrayList<Axis>();
        table.dimensions().forEach((column, dimension) -> {
            var values = dimension.values().isEmpty()
                    ? representatives(dimension.type(), named.getOrDefault(column, new TreeSet<>()))
                    : dimension.values();
            axes.add(new Axis(column, dimension.type(), values));
        });
        return axes;
    }

    private static List<String> representatives(ColumnType type, TreeSet<String> values) {
        return switch (type) {
            case INTEGER -> numbers(values);
            case BOOLEAN -> List.of("false", "true");
            case DOUBLE, DECIMAL -> numbers(values);
            case DATE, TIMESTAMP -> texts(values, "1900-01-01", "2100-01-01");
            case TEXT, OTHER -> texts(values, "(other)", "(another)");
        };
    }

    private static List<String> texts(TreeSet<String> values, String other, String another) {
        var all = new ArrayList<>(values);
        all.add(other);
        if (!values.isEmpty()) {
            all.add(another);
        }
        return all.stream().distinct().toList();
    }

    private static List<String> numbers(TreeSet<String> values) {
        var numbers = new TreeSet<BigInteger>();
        values.forEach(value -> numbers.add(new BigInteger(value)));
        if (numbers.isEmpty()) {
            return List.of("0");
        }
        for (var number : List.copyOf(numbers)) {
            numbers.add(number.subtract(BigInteger.ONE));
            numbers.add(number.add(BigInteger.ONE));
        }
        return numbers.stream().map(BigInteger::toString).toList();
    }

    private void add(Expression expression) {
        if (isTest(expression)) {
            var columns = columns(expression);
            constants(expression).forEach(constant -> columns.forEach(column -> name(column, constant)));
            return;
        }
        expression.children().forEach(this::add);
    }

    private static boolean isTest(Expression expression) {
        boolean test = switch (expression) {
            case Condition.Comparison comparison -> true;
            case Condition.Between between -> true;
            case Expression.Call call -> true;
            case Condition.Operation operation ->
                operation.operator() == Condition.Operation.Operator.COMPARE_IN
                        || operation.operator() == Condition.Operation.Operator.COMPARE_NOT_IN
                        || operation.operator() == Condition.Operation.Operator.OPERATOR_COALESCE;
            case Expression.Column _,
                    Expression.Constant _,
                    Condition.Conjunction _,
                    Condition.Case _,
                    Expression.Cast _,
                    Expression.Collate _,
                    Expression.Lambda _,
                    Window _,
                    Expression.Subquery _,
                    Expression.Star _,
                    Expression.Positional _ -> false;
        };
        return test && expression.namesColumn();
    }

    private void name(String column, Constant constant) {
        var dimension = table.dimensions().get(column);
        if (dimension == null) {
            return;
        }
        boolean number = switch (dimension.type()) {
            case INTEGER, DOUBLE, DECIMAL -> true;
            case TEXT, BOOLEAN, DATE, TIMESTAMP, OTHER -> false;
        };
        var values = named.computeIfAbsent(column, ignored -> new TreeSet<>());
        switch (constant.kind()) {
            case INTEGER, NUMERIC -> {
                if (number) {
                    values.addAll(around(constant.text()));
                }
            }
            case STRING -> {
                if (!number) {
                    values.add(constant.text().replace("%", "").replace("_", "x"));
                }
            }
            case BOOLEAN, NULL_LITERAL, HEX, BIT -> {}
        }
    }

    private static List<String> around(String text) {
        var number = new BigDecimal(text.replace("_", ""));
        if (number.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0) {
            return List.of();
        }
        var floor = number.setScale(0, RoundingMode.FLOOR).toBigInteger();
        var ceiling = number.setScale(0, RoundingMode.CEILING).toBigInteger();
        return List.of(floor.toString(), ceiling.toString());
    }

    private static List<String> columns(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return List.of(column.name());
        }
        return expression.children().stream()
                .flatMap(child -> columns(child).stream())
                .toList();
    }

    private static List<Constant> constants(Expression expression) {
        if (expression instanceof Constant constant) {
            return List.of(constant);
        }
        return expression.children().stream()
                .flatMap(child -> constants(child).stream())
                .toList();
    }
}
