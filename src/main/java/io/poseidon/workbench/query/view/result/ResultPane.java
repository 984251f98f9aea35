package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.DataGrid;
import io.poseidon.workbench.ui.grid.GridColumn;
import io.poseidon.workbench.ui.grid.GridModel;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.layout.Tabs;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The answer: a grid over its pages and the plan that made it, and beside them the chart.
public final class ResultPane extends HBox {

    private static final double CHART_WIDTH = 332;
    private static final double WHY_NONE_WIDTH = 208;
    private static final double ROOM_FOR_BOTH = 640;

    private final DataGrid grid;

    /// `broken` is told why rows further down could not be had.
    public ResultPane(
            Surroundings surroundings,
            Words words,
            QueryState.Answered answered,
            Venue asked,
            Consumer<Throwable> broken) {
        getStyleClass().add("query-result");
        var cells = new ResultCells(answered.first(), wording(words), Formats.in(words.language()));
        grid = new DataGrid(surroundings, 28).onBroken(broken).whenEmpty(nothing(words));
        grid.show(new Pages(answered, cells));
        var tabs = new Tabs()
                .add(words.text("result"), () -> HiddenGroups.under(grid, words, answered.reply(), asked))
                .add(words.text("plan"), () -> plan(words, answered, asked));
        HBox.setHgrow(tabs, Priority.ALWAYS);
        tabs.setMinWidth(0);
        var chart = new ChartPane(surroundings, words, answered, cells);
        double wide = chart.isAny() ? CHART_WIDTH : WHY_NONE_WIDTH;
        chart.setMinWidth(wide);
        chart.setPrefWidth(wide);
        chart.setMaxWidth(wide);
        getChildren().addAll(tabs, chart);
        widthProperty().subscribe(width -> {
            boolean room = width.doubleValue() == 0 || width.doubleValue() >= ROOM_FOR_BOTH;
            chart.setVisible(room);
            chart.setManaged(room);
        });
    }

    /// Into the grid.
    public void focus() {
        grid.table().requestFocus();
    }

    private static Node nothing(Words words) {
        return new EmptyState(Feather.INBOX, words.text("none"), words.text("none.text"));
    }

    private static Node plan(Words words, QueryState.Answered answered, Venue asked) {
        return Panel.scrolling(new PlanPane(words, RunPlan.of(answered.reply(), asked)));
    }

    private static ResultCells.Wording wording(Words words) {
        return new ResultCells.Wording(
                words.now("noise-dominates"),
                words.now("noise-dominates.short"),
                words.now("range"),
                words.now("range.text"),
                words.now("boundless"));
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
        public List<List<Cell>> page(long offset, int count, Progress progress) {
            if (offset == 0 && count <= QueryModel.FIRST) {
                return cells.rows(answered.first());
            }
            return cells.rows(answered.reply().result().page(offset, count, progress));
        }

        @Override
        public void leaving(String text, long rows) {
            answered.reply().result().pass().leaves(Exit.COPY, "text", Sha256.of(text), rows);
        }

        /// The first page came with the answer.
        @Override
        public boolean immediate() {
            return rowCount() <= QueryModel.FIRST;
        }
    }
}
