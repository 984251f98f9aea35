package io.poseidon.workbench.sample;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.sample.population.Figures;
import io.poseidon.workbench.sample.population.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as contributors hand them in. Texts are codes until the table is made; negative codes are the defects.
final class ContributionRows {

    static final int MISSING = -1;

    /// Spellings that a provider of this data really might send; none is in the declared domain.
    static final List<String> FOREIGN = List.of("대구시", "seoul ", "Kyonggi");

    private static final int COLUMNS = 7;

    private final Figures figures;
    private final LongRows rows;

    /// @param region position in the figures, [#MISSING], or a foreign spelling counted down from -2
    record Row(long id, int region, int age, int category, int month, long won, long count) {

        static Row of(Person person, int category, int month, long won, long count) {
            return new Row(person.id(), person.region(), person.age(), category, month, won, count);
        }

        Row withRegion(int other) {
            return new Row(id, other, age, category, month, won, count);
        }

        Row withAge(int other) {
            return new Row(id, region, other, category, month, won, count);
        }

        Row withCategory(int other) {
            return new Row(id, region, age, other, month, won, count);
        }

        Row withMonth(int other) {
            return new Row(id, region, age, category, other, won, count);
        }

        Row withWon(long other) {
            return new Row(id, region, age, category, month, other, count);
        }
    }

    ContributionRows(Figures figures) {
        this(figures, new LongRows(COLUMNS));
    }

    private ContributionRows(Figures figures, LongRows rows) {
        this.figures = figures;
        this.rows = rows;
    }

    void add(Row row) {
        rows.add(row.id, row.region, row.age, row.category, row.month, row.won, row.count);
    }

    static ContributionRows joined(Figures figures, List<ContributionRows> parts) {
        var rows = parts.stream().map(part -> part.rows).toList();
        return new ContributionRows(figures, LongRows.joined(COLUMNS, rows));
    }

    ArrowTable table(Engine engine) {
        return ArrowTable.builder(engine, "rows")
                .texts("user_id", LongRows.texts(rows.column(0), Person::userIdOf))
                .texts("region", LongRows.texts(rows.column(1), this::region))
                .integers("age", ages(rows.column(2)))
                .texts("category", LongRows.texts(rows.column(3), this::category))
                .integers("month", rows.column(4))
                .integers("amount", rows.column(5))
                .integers("n", rows.column(6))
                .build();
    }

    private @Nullable String region(long code) {
        if (code == MISSING) {
            return null;
        }
        return code < 0
                ? FOREIGN.get((int) (-2 - code))
                : figures.regions().get((int) code).name();
    }

    private @Nullable String category(long code) {
        return code == MISSING ? null : figures.categories().get((int) code).name();
    }

    private static List<@Nullable Long> ages(long[] codes) {
        var ages = new ArrayList<@Nullable Long>(codes.length);
        for (long code : codes) {
            ages.add(code == MISSING ? null : Long.valueOf(code));
        }
        return ages;
    }
}
