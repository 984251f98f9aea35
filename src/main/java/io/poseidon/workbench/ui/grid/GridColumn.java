package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.ui.chart.Bins;
import java.util.Optional;

/// A column of a table. Figures and intervals stand at the right and are never cut; text is, with a tooltip.
///
/// @param unit under the name, for figures
/// @param bins makes the header 76 high with a histogram of this column
/// @param caution puts a warning sign before the name: the values could be misread, and the sentence says how
public record GridColumn(String name, Kind kind, Optional<String> unit, Optional<Bins> bins, Optional<String> caution) {

    public enum Kind {
        TEXT,
        FIGURE,
        INTERVAL
    }

    public static GridColumn text(String name) {
        return new GridColumn(name, Kind.TEXT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static GridColumn figure(String name) {
        return new GridColumn(name, Kind.FIGURE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static GridColumn interval(String name) {
        return new GridColumn(name, Kind.INTERVAL, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public GridColumn unit(String unit) {
        return new GridColumn(name, kind, Optional.of(unit), bins, caution);
    }

    public GridColumn bins(Bins bins) {
        return new GridColumn(name, kind, unit, Optional.of(bins), caution);
    }

    public GridColumn caution(String sentence) {
        return new GridColumn(name, kind, unit, bins, Optional.of(sentence));
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }
}
