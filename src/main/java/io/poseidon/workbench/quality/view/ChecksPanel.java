package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.quality.view.QualityViewModel.Judged;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The side panel: which checks ran over which table, against whom, and what the names mean.
final class ChecksPanel {

    private final Words words;
    private final VBox rows = new VBox();

    ChecksPanel(Words words) {
        this.words = words;
    }

    Panel build() {
        return new Panel(words.text("checks.title"), rows)
                .foot(Labels.wrapping(Labels.caption(words.text("checks.names"))));
    }

    void show(Judged judged) {
        var formats = Formats.in(words.language());
        var report = judged.report();
        rows.getChildren()
                .setAll(row(
                        Feather.CHECK_SQUARE,
                        words.now("checks.standard"),
                        words.now(
                                "checks.standard-detail",
                                formats.whole(report.checks().size()))));
        rows.getChildren()
                .add(row(
                        Feather.GRID,
                        judged.subject().table().schema().table(),
                        words.now(
                                "checks.cells",
                                formats.whole(judged.subject().table().shown()),
                                formats.whole(judged.subject().table().declared()))));
        report.representativeness()
                .ifPresentOrElse(
                        people -> rows.getChildren()
                                .add(row(
                                        Feather.USERS,
                                        words.now("checks.population"),
                                        words.now("checks.population-detail", people.where()))),
                        () -> rows.getChildren()
                                .add(row(
                                        Feather.USERS,
                                        words.now("checks.population"),
                                        words.now("checks.no-population"))));
    }

    private static ListRow row(Feather icon, String title, String detail) {
        return new ListRow(44, icon, new SimpleStringProperty(title)).detail(new SimpleStringProperty(detail));
    }
}
