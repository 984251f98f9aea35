package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.ShardState;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The shards, a row each, lost ones too.
final class ShardTable {

    private static final double[] WIDTHS = {0, 152, 132, 100, 104, 88, 104};
    private static final List<String> HEADS =
            List.of("shard", "state", "rows", "latency", "trend", "shard-rounds", "seen");
    private static final double ROW = 28;
    private static final double MOST = 7 * ROW;

    private final Desk desk;
    private final Words words;
    private final Formats formats;

    ShardTable(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.formats = desk.formats();
    }

    Node of(RunState state) {
        var grid = new GridPane();
        for (int i = 0; i < WIDTHS.length; i++) {
            grid.getColumnConstraints().add(column(i));
        }
        for (int i = 0; i < HEADS.size(); i++) {
            grid.add(cell(Labels.bound(words.text(HEADS.get(i)), "t11", "strong", "muted"), right(i)), i, 0);
        }
        int row = 1;
        for (var shard : state.shards().values()) {
            grid.addRow(row++, cells(state, shard));
        }
        var scroll = Panel.scrolling(grid);
        double height = ROW * (state.shards().size() + 1) + 1;
        scroll.setMinHeight(Math.min(height, MOST));
        scroll.setPrefHeight(Math.min(height, MOST));
        scroll.setMaxHeight(Math.min(height, MOST));
        return scroll;
    }

    private static ColumnConstraints column(int index) {
        var column = new ColumnConstraints();
        if (WIDTHS[index] > 0) {
            column.setMinWidth(WIDTHS[index]);
            column.setPrefWidth(WIDTHS[index]);
        } else {
            column.setHgrow(Priority.ALWAYS);
        }
        column.setFillWidth(true);
        column.setHalignment(right(index) ? HPos.RIGHT : HPos.LEFT);
        return column;
    }

    private static boolean right(int index) {
        return index == 2 || index == 3 || index >= 5;
    }

    private Node[] cells(RunState state, ShardState shard) {
        var rows = shard.rows().map(band -> formats.whole(band.from()) + " – " + formats.whole(band.until()));
        var latency = shard.latencies().isEmpty()
                ? "–"
                : formats.duration(shard.latencies().getLast());
        var seen = shard.seen()
                .map(at -> words.now("ago", formats.duration(Duration.between(at, state.now()))))
                .orElse("–");
        return new Node[] {
            cell(Labels.bound(words.text("columns", shard.name()), "t12", "strong"), false),
            cell(standing(shard), false),
            cell(Labels.small(rows.orElse("–")), true),
            cell(Labels.small(latency), true),
            filled(new Sparkline(desk, shard)),
            cell(
                    Labels.small(words.text(
                            "of",
                            shard.rounds(),
                            Math.max(state.round(), state.rounds().size()))),
                    true),
            cell(Labels.small(seen), true)
        };
    }

    private Label standing(ShardState shard) {
        var mark = mark(shard.standing());
        var label = Labels.bound(text(shard), "t12", mark.tone());
        label.setGraphic(mark.node(14));
        return label;
    }

    private ObservableValue<String> text(ShardState shard) {
        var key = "standing." + shard.standing().name();
        return shard.why()
                .map(why -> words.text(key, words.text("reason." + why.reason().code()), why.round()))
                .orElseGet(() -> words.text(key));
    }

    private static StateMark mark(Standing standing) {
        return switch (standing) {
            case INVITED, PREPARING, TRAINING, EVALUATING -> StateMark.RUNNING;
            case WAITING -> StateMark.DONE;
            case DECLINED -> StateMark.REFUSED;
            case LOST -> StateMark.WARNING;
        };
    }

    private static Node cell(Label label, boolean right) {
        return styled(right ? new HBox(Labels.spring(), label) : new HBox(label));
    }

    private static Node filled(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return styled(new HBox(node));
    }

    private static Node styled(HBox cell) {
        cell.setStyle("-fx-alignment: center-left; -fx-padding: 0 16px; -fx-border-color: transparent transparent"
                + " -c-divider transparent; -fx-border-width: 0 0 1px 0;");
        cell.setMinHeight(ROW);
        cell.setMaxHeight(ROW);
        return cell;
    }
}
