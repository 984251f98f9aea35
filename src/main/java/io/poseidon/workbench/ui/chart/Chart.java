package io.poseidon.workbench.ui.chart;

import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A plot with its anatomy: title and unit on one line of 28 with a menu at the right, the plot, and under it in 11
/// what the reader must know (interval, n, period, source, simulated). With the focus, left and right move a crosshair.
public final class Chart extends VBox {

    private final Surroundings surroundings;
    private final Words words;
    private final ChartTexts texts;
    private final PlotDrawing drawing;
    private ChartExit exit = (form, file) -> {};
    private final HBox head;

    public Chart(
            Surroundings surroundings,
            ObservableValue<String> title,
            ObservableValue<String> unit,
            ObservableValue<String> foot) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(Words.class);
        this.texts = new ChartTexts(title, unit, foot);
        getStyleClass().add("chart");
        drawing = new PlotDrawing(surroundings, title);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        head = Labels.row(Labels.bound(title, "t12", "strong"), Labels.caption(unit), Labels.spring(), menu());
        head.getStyleClass().add("chart-head");
        var under = Labels.wrapping(Labels.caption(foot));
        under.getStyleClass().add("chart-foot");
        getChildren().addAll(head, drawing, under);
    }

    public void show(Plot plot) {
        drawing.show(plot);
    }

    /// Before the menu: a tag, a switch of scale.
    public Chart extras(Node... nodes) {
        head.getChildren().addAll(head.getChildren().size() - 1, List.of(nodes));
        return this;
    }

    /// Told the first and last of the [Plot#readings] under a drag across the plot, a click being both.
    public Chart onBrush(BiConsumer<Integer, Integer> action) {
        drawing.onBrush(action);
        return this;
    }

    /// Told before a picture appears under its name. A problem it throws means that it must not.
    public Chart onSave(ChartExit told) {
        exit = told;
        return this;
    }

    Optional<Plot> plot() {
        return drawing.plot();
    }

    private Node menu() {
        var files = new ChartFiles(surroundings, texts, (form, file) -> exit.leaves(form, file));
        var menu = new ContextMenu(
                item("chart.png", () -> plot().ifPresent(plot -> files.savePng(this, plot))),
                item("chart.svg", () -> plot().ifPresent(plot -> files.saveSvg(this, plot))));
        var button = Buttons.smallIcon(Feather.MORE_HORIZONTAL, words.text("chart.menu"), () -> {});
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 0));
        return button;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem();
        item.textProperty().bind(words.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
