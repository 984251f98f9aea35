package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.ShardState;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.training.report.RunReport.Departure;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The rounds as a strip, and below it what each shard did in the current one.
final class Timeline extends VBox {

    private static final double ROW = 20;
    private static final int MOST_ROWS = 6;
    private static final int MOST_MARKS = 30;

    private final Desk desk;
    private final Words words;

    Timeline(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        setStyle("-fx-border-color: transparent transparent -c-divider transparent; -fx-border-width: 0 0 1px 0;");
    }

    void show(RunState state) {
        var spans = new SpanDrawing(desk, state);
        double height = ROW * Math.min(Math.max(state.shards().size(), 1), MOST_ROWS) + 28;
        spans.setMinHeight(height);
        spans.setPrefHeight(height);
        spans.setMaxHeight(height);
        getChildren().setAll(strip(state), spans);
    }

    private Node strip(RunState state) {
        var row = new HBox(2, Labels.bound(words.text("round", Math.max(1, state.round())), "t12", "strong"));
        row.getChildren().add(gap());
        var departures = state.shards().values().stream()
                .filter(shard -> shard.standing() == Standing.LOST)
                .flatMap(shard -> shard.why().stream())
                .map(Departure::round)
                .collect(Collectors.toSet());
        for (int round = 1; round <= Math.min(state.plan().rounds(), MOST_MARKS); round++) {
            row.getChildren().add(mark(state, round, departures.contains(round)));
        }
        row.getChildren().addAll(Labels.spring(), legend("legend.train", 0), legend("legend.evaluate", 2));
        row.setStyle("-fx-alignment: center-left; -fx-padding: 0 16px;");
        row.setMinHeight(32);
        return row;
    }

    private static Node gap() {
        var gap = new HBox();
        gap.setMinWidth(8);
        return gap;
    }

    private Label mark(RunState state, int round, boolean loss) {
        var label = Labels.fixed(String.valueOf(round), "t11");
        boolean done = round <= state.rounds().size();
        boolean now = round == state.round() && !done;
        var ground = loss ? "-c-warning-tint" : done ? "-c-sunken" : now ? "-c-selected" : "transparent";
        var border = now ? "-c-accent" : loss ? "-c-warning-line" : done ? "transparent" : "-c-divider";
        label.setStyle("-fx-alignment: center; -fx-background-color: " + ground + "; -fx-background-radius: 3px;"
                + " -fx-border-color: " + border + "; -fx-border-radius: 3px;");
        label.getStyleClass().add(loss ? "warn" : now ? "accent" : "muted");
        label.setMinSize(18, 16);
        label.setPrefSize(18, 16);
        label.setAccessibleText(
                words.now(loss ? "mark.loss" : done ? "mark.done" : now ? "mark.now" : "mark.to-come", round));
        return label;
    }

    private Node legend(String key, int series) {
        var row = new HBox(4, new Swatch(desk, series), Labels.caption(words.text(key)));
        row.setStyle("-fx-alignment: center-left; -fx-padding: 0 0 0 10px;");
        return row;
    }

    static boolean isShown(ShardState shard) {
        return shard.standing() != Standing.DECLINED;
    }
}
