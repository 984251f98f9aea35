package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.Set;

/// Names of types as the engine writes them.
final class Types {

    private static final Set<String> TEXTS = Set.of("VARCHAR", "TEXT", "STRING", "CHAR", "BPCHAR");
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "INT",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "REAL",
            "DOUBLE",
            "DECIMAL",
            "NUMERIC");

    private Types() {}

    static boolean isText(String type) {
        return TEXTS.contains(type);
    }

    static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /// A text that is surely no number, where a number is wanted.
    static boolean cannotBe(String type, Expression value) {
        return isNumber(type)
                && value instanceof Expression.Constant constant
                && constant.kind() == Expression.Constant.Kind.STRING
                && !constant.text().strip().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    }

    static boolean isNumber(ColumnType type) {
        return switch (type) {
            case INTEGER, DECIMAL, DOUBLE -> true;
            case TEXT, BOOLEAN, DATE, TIMESTAMP, OTHER -> false;
        };
    }
}
