package io.poseidon.workbench.explore;

import io.poseidon.workbench.model.Schema;
import java.util.ArrayList;
import java.util.List;

/// The total of one measure over the kept cells, by the values of one dimension. The half-width is z·√n·σ: exact for
/// sums, of the bounded totals of the cells shown.
public record Totals(List<Total> totals) {

    private static final double Z = 1.959963984540054;

    /// `cells` is how many cells are in it.
    public record Total(String value, double sum, double half, int cells) {}

    public Totals {
        totals = List.copyOf(totals);
    }

    public static Totals by(CellTable table, Filters filters, String dimension, String measure) {
        var schema = table.schema();
        int place =
                place(schema.dimensions().stream().map(column -> column.name()).toList(), dimension);
        int number =
                place(schema.measures().stream().map(column -> column.name()).toList(), measure);
        var totals = new ArrayList<Total>();
        for (var value : schema.dimensions().get(place).domain()) {
            totals.add(total(table, filters, new Place(place, number), value));
        }
        return new Totals(totals);
    }

    /// The sum of everything kept.
    public static Total of(CellTable table, Filters filters, String measure) {
        var schema = table.schema();
        int number =
                place(schema.measures().stream().map(column -> column.name()).toList(), measure);
        return sum(schema, number, "", table.kept(filters));
    }

    private record Place(int dimension, int measure) {}

    private static Total total(CellTable table, Filters filters, Place place, String value) {
        var rows = table.kept(filters).stream()
                .filter(row -> row.values().get(place.dimension()).equals(value))
                .toList();
        return sum(table.schema(), place.measure(), value, rows);
    }

    private static Total sum(Schema schema, int measure, String value, List<CellTable.Row> rows) {
        double sum = 0;
        int cells = 0;
        for (var row : rows) {
            if (row.measures().isPresent()) {
                sum += row.measures().get().get(measure);
                cells++;
            }
        }
        return new Total(
                value,
                sum,
                Z * Math.sqrt(cells) * schema.measures().get(measure).sigma(),
                cells);
    }

    private static int place(List<String> names, String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + name);
        }
        return place;
    }
}
