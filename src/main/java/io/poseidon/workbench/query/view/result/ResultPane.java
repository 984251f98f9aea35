package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Chart;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.DataGrid;
import io.poseidon.workbench.ui.grid.GridColumn;
import io.poseidon.workbench.ui.grid.GridModel;
import io.poseidon.workbench.ui.part.Segmented;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The answer: a grid over its pages, and beside it the chart it makes where it makes one.
public final class ResultPane extends HBox {

    private enum Kind {
        LINE,
        BAR
    }

    private static final double CHART_WIDTH = 332;

    private final Surroundings surroundings;
    private final Words words;

    public ResultPane(Surroundings surroundings, Words words, QueryState.Answered answered) {
        this.surroundings = surroundings;
        this.words = words;
        getStyleClass().add("query-result");
        var cells = new ResultCells(answered.first(), words.now("noise-dominates"));
        var grid = new DataGrid(surroundings, 28);
        grid.show(new Pages(answered, cells));
        HBox.setHgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        ResultChart.of(answered.first(), cells).ifPresent(chart -> getChildren().add(chart(answered, cells, chart)));
    }

    private Node chart(QueryState.Answered answered, ResultCells cells, ResultChart chart) {
        var columns = answered.first().columns();
        var facts = answered.reply().result().metadata();
        var node = new Chart(
                surroundings,
                new ReadOnlyStringWrapper(columns.get(chart.value()).name()),
                new ReadOnlyStringWrapper(cells.unit(chart.value())),
                words.text(
                        "chart.foot",
                        answered.first().count(),
                        facts.get("poseidon.dataset_id") + " " + facts.get("poseidon.version"),
                        facts.getOrDefault("poseidon.query_sha256", "        ").substring(0, 8)));
        double divisor = cells.divisor(chart.value());
        node.show(chart.plot(answered.first(), divisor, chart.lines() < 0));
        var box = new VBox(8, node);
        if (chart.lines() < 0) {
            var kind = new Segmented<>(List.of(Kind.BAR, Kind.LINE), Kind.BAR, k -> words.text("chart." + k));
            kind.valueProperty()
                    .addListener((property, before, now) ->
                            node.show(chart.plot(answered.first(), divisor, now == Kind.BAR)));
            node.extras(kind);
        }
        VBox.setVgrow(node, Priority.ALWAYS);
        node.setMaxHeight(440);
        box.getStyleClass().add("query-chart");
        box.setMinWidth(CHART_WIDTH);
        box.setPrefWidth(CHART_WIDTH);
        box.setMaxWidth(CHART_WIDTH);
        return box;
    }

    private record Pages(QueryState.Answered answered, ResultCells cells) implements GridModel {

        @Override
        public List<GridColumn> columns() {
            return cells.columns();
        }

        @Override
        public long rowCount() {
            return answered.rows();
        }

        @Override
        public List<List<Cell>> page(long offset, int count) {
            if (offset == 0 && count <= QueryModel.FIRST) {
                return cells.rows(answered.first());
            }
            return cells.rows(answered.reply().result().page(offset, count, Progress.NONE));
        }

        /// The first page came with the answer.
        @Override
        public boolean immediate() {
            return rowCount() <= QueryModel.FIRST;
        }
    }
}
