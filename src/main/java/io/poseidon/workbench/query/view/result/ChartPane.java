package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.result.ResultColumn;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.query.view.result.ChartShape.Kind;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Chart;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The chart beside a result: which one it is can be chosen under the sliders.
final class ChartPane extends VBox {

    private static final int LOWEST = 240;
    private static final int TALLEST = 400;

    private final Surroundings surroundings;
    private final Words words;
    private final QueryState.Answered answered;
    private final ResultCells cells;
    private final boolean any;

    ChartPane(Surroundings surroundings, Words words, QueryState.Answered answered, ResultCells cells) {
        this.surroundings = surroundings;
        this.words = words;
        this.answered = answered;
        this.cells = cells;
        getStyleClass().add("query-chart");
        var sliders = Buttons.toggle(Feather.SLIDERS, words.text("chart.choose"));
        sliders.getStyleClass().add("small");
        var head = Labels.row(Labels.bound(words.text("chart"), "pane-tab", "t12", "strong"), Labels.spring(), sliders);
        head.getStyleClass().add("pane-head");
        getChildren().add(head);
        boolean whole =
                answered.counted() && answered.rows() <= answered.first().count();
        var chart = new ResultChart(answered.first(), cells);
        var first = whole ? chart.first() : Optional.<ChartShape>empty();
        any = first.isPresent();
        first.ifPresentOrElse(shape -> show(chart, shape, sliders), () -> nothing(whole, sliders));
    }

    /// Whether there is a chart.
    boolean isAny() {
        return any;
    }

    private void nothing(boolean whole, ToggleButton sliders) {
        sliders.setDisable(true);
        var why = new EmptyState(Feather.BAR_CHART_2, words.text("chart.none"), words.text(why(whole)));
        VBox.setVgrow(why, Priority.ALWAYS);
        getChildren().add(why);
    }

    private String why(boolean whole) {
        if (answered.counted() && answered.rows() == 0) {
            return "chart.empty.text";
        }
        return whole ? "chart.none.text" : "chart.long.text";
    }

    private void show(ResultChart charts, ChartShape first, ToggleButton sliders) {
        var names = answered.first().columns().stream().map(ResultColumn::name).toList();
        var picker = new ChartPicker(words, charts, first, names);
        picker.visibleProperty().bind(sliders.selectedProperty());
        picker.managedProperty().bind(sliders.selectedProperty());
        var place = new VBox(drawn(charts, first, names));
        VBox.setVgrow(place, Priority.ALWAYS);
        picker.chosenProperty()
                .addListener((property, before, now) -> place.getChildren().setAll(drawn(charts, now, names)));
        var body = Panel.scrolling(new VBox(picker, place));
        body.setFitToHeight(true);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(body);
    }

    private Node drawn(ResultChart charts, ChartShape shape, List<String> names) {
        var facts = answered.reply().result().metadata();
        var chart = new Chart(
                surroundings,
                new ReadOnlyStringWrapper(title(shape, names)),
                new ReadOnlyStringWrapper(cells.unit(shape.value())),
                words.text(
                        foot(charts, shape),
                        answered.first().count(),
                        new Provenance(facts).dataset(),
                        Titles.digest(facts.getOrDefault("poseidon.query_sha256", ""))));
        chart.show(charts.plots().of(shape));
        var pass = answered.reply().result().pass();
        chart.onSave((form, file) -> pass.leaves(Exit.CHART, form, Sha256.ofFile(file), -1));
        chart.setMinHeight(LOWEST);
        chart.setMaxHeight(TALLEST);
        VBox.setVgrow(chart, Priority.ALWAYS);
        return chart;
    }

    private static String foot(ResultChart charts, ChartShape shape) {
        if (shape.kind() == Kind.HISTOGRAM) {
            return "chart.foot.counts";
        }
        return charts.hasIntervals(shape) ? "chart.foot" : "chart.foot.plain";
    }

    private String title(ChartShape shape, List<String> names) {
        var value = names.get(shape.value());
        return shape.kind() == Kind.HISTOGRAM ? value : words.now("chart.title", value, names.get(shape.across()));
    }
}
