package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.quality.Check;
import io.poseidon.workbench.quality.Dimension;
import io.poseidon.workbench.quality.Score;
import io.poseidon.workbench.quality.Sentence;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The dimensions with their scores, and the tests: rows of 36 and 28 with fixed columns.
final class ReportTables {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Words words;
    private final Theme theme;

    ReportTables(Words words, Theme theme) {
        this.words = words;
        this.theme = theme;
    }

    /// Choosing a row tells which dimension.
    VBox scores(List<Score> scores, Dimension selected, Consumer<Dimension> choose) {
        var head = row(
                wide(heading("table.dimension"), 150),
                right(heading("table.score"), 48),
                wide(scale(), 144),
                wide(heading("table.formula"), 0),
                wide(heading("table.evidence"), 0));
        head.getStyleClass().add("quality-head");
        var table = new VBox(head);
        for (var score : scores) {
            var row = row(
                    wide(Labels.strong(name(score.dimension())), 150),
                    right(Labels.body(number(score.value())), 48),
                    new ScoreBar(theme, score),
                    wide(wrapping(Labels.caption(score.formula().in(locale()))), 0),
                    wide(wrapping(Labels.fixed(score.evidence().in(locale()), "t11")), 0));
            row.getStyleClass().add("quality-score");
            row.setId("score-" + score.dimension().id());
            row.pseudoClassStateChanged(SELECTED, score.dimension() == selected);
            choosable(row, name(score.dimension()), () -> choose.accept(score.dimension()));
            table.getChildren().add(row);
        }
        return table;
    }

    VBox checks(List<Check> checks) {
        var head = row(wide(heading("table.state"), 84), wide(heading("table.test"), 0), heading("table.evidence"));
        head.getStyleClass().add("quality-head");
        var table = new VBox(head);
        for (var check : checks) {
            var mark = mark(check.state());
            var state = Labels.row(
                    mark.node(14), Labels.fixed(words.now("state." + id(check.state())), "t12", mark.tone()));
            var evidence = Labels.fixed(
                    check.evidence().in(locale()), "t12", check.state() == Check.State.FAILED ? "bad" : "muted");
            evidence.setMinWidth(Region.USE_PREF_SIZE);
            var row = row(wide(state, 84), wide(Labels.small(check.title().in(locale())), 0), evidence);
            row.getStyleClass().add("quality-check");
            table.getChildren().add(row);
        }
        return table;
    }

    String name(Dimension dimension) {
        return Sentence.of("dimension." + dimension.id()).in(locale());
    }

    String number(double score) {
        return Formats.in(words.language()).number(score, 3);
    }

    private Locale locale() {
        return words.language().locale();
    }

    private static StateMark mark(Check.State state) {
        return switch (state) {
            case PASSED -> StateMark.DONE;
            case FAILED -> StateMark.FAILED;
            case SKIPPED -> StateMark.SKIPPED;
        };
    }

    private static String id(Check.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Label heading(String key) {
        return Labels.fixed(words.now(key), "t11", "muted", "strong");
    }

    private static Node scale() {
        return Labels.row(
                Labels.caption("0"), Labels.spring(), Labels.caption("0.5"), Labels.spring(), Labels.caption("1"));
    }

    private static Label wrapping(Label label) {
        label.setWrapText(true);
        return label;
    }

    private static HBox row(Node... cells) {
        var row = new HBox(12, cells);
        row.getStyleClass().add("row");
        return row;
    }

    /// A width of 0 shares what is left.
    private static Region wide(Node node, double width) {
        var cell = (Region) node;
        cell.setMinWidth(width);
        cell.setPrefWidth(width == 0 ? 100 : width);
        if (width == 0) {
            cell.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(cell, Priority.ALWAYS);
        }
        return cell;
    }

    private static Label right(Label label, double width) {
        label.getStyleClass().add("right");
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    private static void choosable(HBox row, String name, Runnable action) {
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(name);
        row.setOnMouseClicked(event -> action.run());
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                action.run();
                event.consume();
            }
        });
    }
}
