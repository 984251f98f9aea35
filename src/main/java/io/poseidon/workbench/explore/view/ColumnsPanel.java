package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.CellTable;
import io.poseidon.workbench.explore.Profile;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Magnitude;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Bins;
import io.poseidon.workbench.ui.chart.MiniBars;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.ListRow;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The side panel: every column with its profile, of all cells and of those the filters keep.
final class ColumnsPanel {

    private static final double BARS_WIDTH = 72;
    private static final double BARS_HEIGHT = 24;

    private final Surroundings surroundings;
    private final Words words;
    private final ExploreModel model;
    private final Panel panel;

    ColumnsPanel(Surroundings surroundings, Words words, ExploreModel model) {
        this.surroundings = surroundings;
        this.words = words;
        this.model = model;
        this.panel = new Panel(words.text("columns"));
        model.stateProperty().addListener(observable -> show());
        model.filtersProperty().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    Panel node() {
        return panel;
    }

    private void show() {
        panel.content().getChildren().clear();
        model.table().ifPresent(this::show);
    }

    private void show(CellTable table) {
        var profiles = Profile.all(table, model.filtersProperty().get());
        add(words.now("dimensions"), profiles, true);
        add(words.now("measures"), profiles, false);
    }

    private void add(String heading, List<Profile> profiles, boolean dimensions) {
        panel.content().getChildren().add(Panel.heading(new ReadOnlyStringWrapper(heading)));
        profiles.stream()
                .filter(profile -> dimensions == (profile.column().role() == Role.DIMENSION))
                .forEach(profile -> panel.content().getChildren().add(row(profile)));
    }

    private Node row(Profile profile) {
        var bars = new MiniBars(surroundings.theme(), bins(profile));
        bars.setPrefSize(BARS_WIDTH, BARS_HEIGHT);
        bars.setMinSize(BARS_WIDTH, BARS_HEIGHT);
        bars.setMaxSize(BARS_WIDTH, BARS_HEIGHT);
        return new ListRow(
                        44,
                        icon(profile.column()),
                        new ReadOnlyStringWrapper(profile.column().name()))
                .detail(new ReadOnlyStringWrapper(note(profile)))
                .trailing(bars);
    }

    static Bins bins(Profile profile) {
        return new Bins(profile.bins().stream()
                .map(bin -> new Bins.Bin(bin.all(), bin.kept()))
                .toList());
    }

    private String note(Profile profile) {
        var formats = Formats.in(words.language());
        var column = profile.column();
        if (column.role() == Role.DIMENSION) {
            var kept = model.filtersProperty().get().kept().get(column.name());
            var all = formats.whole(column.domain().size());
            return kept == null ? words.now("values", all) : words.now("values-kept", all, kept.size());
        }
        var unit =
                column.unit().map(code -> formats.unit(code, Magnitude.ONE)).orElseGet(() -> words.now("noisy-count"));
        return unit + " · σ " + formats.compact(column.sigma());
    }

    private static Feather icon(Column column) {
        return switch (column.role()) {
            case DIMENSION -> column.type() == ColumnType.TEXT ? Feather.TYPE : Feather.CALENDAR;
            case COUNT -> Feather.USERS;
            case MEASURE -> Feather.HASH;
        };
    }
}
