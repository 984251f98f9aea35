package io.poseidon.workbench.explore;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Role;
import java.util.ArrayList;
import java.util.List;

/// How often each value of a column stands in the cells present: of a dimension by its domain, of a measure in bins of
/// equal width; all cells, and those the filters keep.
public record Profile(Column column, double low, double high, List<Bin> bins) {

    private static final int BINS = 20;

    /// `label` is the value of a dimension, or empty.
    public record Bin(String label, double all, double kept) {}

    public Profile {
        bins = List.copyOf(bins);
    }

    public static List<Profile> all(CellTable table, Filters filters) {
        var profiles = new ArrayList<Profile>();
        int dimension = 0;
        int measure = 0;
        for (var column : table.schema().columns()) {
            profiles.add(
                    column.role() == Role.DIMENSION
                            ? ofDimension(table, filters, column, dimension++)
                            : ofMeasure(table, filters, column, measure++));
        }
        return profiles;
    }

    private static Profile ofDimension(CellTable table, Filters filters, Column column, int place) {
        var bins = new ArrayList<Bin>();
        for (var value : column.domain()) {
            double all = 0;
            double kept = 0;
            for (var row : table.rows()) {
                if (row.measures().isPresent() && row.values().get(place).equals(value)) {
                    all++;
                    kept += filters.keeps(table.schema(), row) ? 1 : 0;
                }
            }
            bins.add(new Bin(value, all, kept));
        }
        return new Profile(column, 0, column.domain().size(), bins);
    }

    private static Profile ofMeasure(CellTable table, Filters filters, Column column, int place) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var row : table.rows()) {
            if (row.measures().isPresent()) {
                low = Math.min(low, row.measures().get().get(place));
                high = Math.max(high, row.measures().get().get(place));
            }
        }
        if (low > high) {
            return new Profile(column, 0, 0, List.of());
        }
        var all = new double[BINS];
        var kept = new double[BINS];
        double width = Math.max((high - low) / BINS, Double.MIN_NORMAL);
        for (var row : table.rows()) {
            if (row.measures().isPresent()) {
                int bin = (int) Math.min(BINS - 1, (row.measures().get().get(place) - low) / width);
                all[bin]++;
                kept[bin] += filters.keeps(table.schema(), row) ? 1 : 0;
            }
        }
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < BINS; i++) {
            bins.add(new Bin("", all[i], kept[i]));
        }
        return new Profile(column, low, high, bins);
    }
}
