package io.poseidon.workbench.query.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/// Random questions over a [Shop], each with its meaning in plain Java beside it.
final class RandomQuestions {

    record Asked(String sql, List<String> groups, Predicate<Shop.Row> filter) {}

    private static final List<String> DIMENSIONS = List.of("region", "age_band", "category", "month");

    private final Random random;

    RandomQuestions(long seed) {
        this.random = new Random(seed);
    }

    /// Sums and counts of people by some dimensions, over rows of a random condition.
    Asked next() {
        var groups =
                DIMENSIONS.stream().filter(ignored -> random.nextInt(3) == 0).toList();
        var conditions = new ArrayList<String>();
        Predicate<Shop.Row> filter = row -> true;
        for (var dimension : DIMENSIONS) {
            if (random.nextInt(3) == 0) {
                var value = value(dimension);
                boolean not = random.nextBoolean();
                var literal = dimension.equals("month") ? value : "'" + value + "'";
                conditions.add((not ? "NOT " : "") + "(" + dimension + " = " + literal + ")");
                filter = filter.and(row -> of(row, dimension).equals(value) != not);
            }
        }
        var columns = groups.isEmpty() ? "" : String.join(", ", groups) + ", ";
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        var by = groups.isEmpty() ? "" : " GROUP BY " + String.join(", ", groups);
        var sql = "SELECT " + columns + "COUNT(DISTINCT user_id), SUM(amount) FROM txn" + where + by;
        return new Asked(sql, groups, filter);
    }

    private String value(String dimension) {
        return switch (dimension) {
            case "region" -> any(Shop.REGIONS);
            case "age_band" -> any(Shop.AGES);
            case "category" -> any(Shop.CATEGORIES);
            default -> String.valueOf(7 + random.nextInt(3));
        };
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String of(Shop.Row row, String dimension) {
        return switch (dimension) {
            case "region" -> row.region();
            case "age_band" -> row.age();
            case "category" -> row.category();
            default -> String.valueOf(row.month());
        };
    }
}
