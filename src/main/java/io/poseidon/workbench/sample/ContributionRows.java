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

    private static final int COLUMNS = 9;

    private final Figures figures;
    private final LongRows rows;

    /// @param receipt what tells this row from every other; a row sent twice keeps it
    /// @param region position in the figures, [#MISSING], or a foreign spelling counted down from -2
    /// @param received day on which it came in, counted from the first day of [Arrivals#YEAR]
    record Row(
            long id, long receipt, int region, int age, int category, int month, long won, long count, long received) {

        private static final int MOST_ROWS = 64;

        /// @param number of the row among the person's, from 0
        static Row of(Person person, int number, int category, int month, long won, long count) {
            if (number >= MOST_ROWS) {
                throw new IllegalArgumentException("a person has no row " + number);
            }
            long receipt = person.id() * MOST_ROWS + number;
            return new Row(person.id(), receipt, person.region(), person.age(), category, month, won, count, 0);
        }

        Row withRegion(int other) {
            return new Row(id, receipt, other, age, category, month, won, count, received);
        }

        Row withAge(int other) {
            return new Row(id, receipt, region, other, category, month, won, count, received);
        }

        Row withCategory(int other) {
            return new Row(id, receipt, region, age, other, month, won, count, received);
        }

        Row withMonth(int other) {
            return new Row(id, receipt, region, age, category, other, won, count, received);
        }

        Row withWon(long other) {
            return new Row(id, receipt, region, age, category, month, other, count, received);
        }

        Row onDay(long day) {
            return new Row(id, receipt, region, age, category, month, won, count, day);
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
        rows.add(row.id, row.receipt, row.region, row.age, row.category, row.month, row.won, row.count, row.received);
    }

    static ContributionRows joined(Figures figures, List<ContributionRows> parts) {
        var rows = parts.stream().map(part -> part.rows).toList();
        return new ContributionRows(figures, LongRows.joined(COLUMNS, rows));
    }

    ArrowTable table(Engine engine) {
        return ArrowTable.builder(engine, "rows")
                .texts("user_id", LongRows.texts(rows.column(0), Person::userIdOf))
                .integers("receipt", rows.column(1))
                .texts("region", LongRows.texts(rows.column(2), this::region))
                .integers("age", ages(rows.column(3)))
                .texts("category", LongRows.texts(rows.column(4), this::category))
                .integers("month", rows.column(5))
                .integers("amount", rows.column(6))
                .integers("n", rows.column(7))
                .integers("received", rows.column(8))
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
