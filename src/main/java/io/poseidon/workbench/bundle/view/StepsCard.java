package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Check;
import io.poseidon.workbench.bundle.Step;
import io.poseidon.workbench.bundle.Step.State;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.ProgressLine;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The checks as a line of marks: what each found, how long it took, and where it stopped.
final class StepsCard {

    /// Checks that a person sees as one step.
    private enum Row {
        CONTAINER(Check.CONTAINER),
        SIGNATURE(Check.SIGNER, Check.SIGNATURE, Check.FORMAT),
        DIGESTS(Check.DIGESTS),
        LICENCE(Check.LICENCE, Check.TERM),
        UNLOCK(Check.UNLOCK),
        DECRYPT(Check.DECRYPT);

        private final List<Check> checks;

        Row(Check... checks) {
            this.checks = List.of(checks);
        }

        String key() {
            return "step." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Surroundings surroundings;
    private final Words words;
    private final Purchase purchase;

    StepsCard(Surroundings surroundings, Purchase purchase) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(StepsCard.class);
        this.purchase = purchase;
    }

    Card card() {
        var rows = new VBox();
        for (var row : Row.values()) {
            rows.getChildren().add(row(row));
        }
        purchase.job().ifPresent(job -> rows.getChildren().add(new ProgressLine(words, surroundings.jobs(), job)));
        return Card.titled(words.text("verification"), rows).extras(Labels.muted(summary()));
    }

    private String summary() {
        long passed = Stream.of(Row.values())
                .filter(row -> mark(row) == StateMark.DONE)
                .count();
        int failed = (int) Stream.of(Row.values())
                .takeWhile(row -> mark(row) != StateMark.FAILED)
                .count();
        return purchase.state() instanceof PurchaseState.Refused
                ? words.now("steps.stopped", failed + 1, Row.values().length)
                : words.now("steps.passed", passed, Row.values().length);
    }

    private Node row(Row row) {
        var mark = mark(row);
        var title = Labels.strong(words.text(row.key()));
        title.setMinWidth(112);
        var detail = Labels.muted(new StepTexts(words, purchase).detail(row.key(), mark));
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        var line = Labels.row(ring(mark, row == Row.DECRYPT), title, detail, Labels.muted(time(row, mark)));
        line.setSpacing(12);
        line.setMinHeight(32);
        if (mark == StateMark.WAITING || mark == StateMark.SKIPPED) {
            title.getStyleClass().add("muted");
        }
        return line;
    }

    private static Node ring(StateMark mark, boolean last) {
        var colour = switch (mark) {
            case DONE -> "-c-success";
            case RUNNING -> "-c-accent";
            case FAILED -> "-c-danger";
            case WARNING, REFUSED -> "-c-warning";
            case WAITING, SKIPPED -> "-c-divider";
        };
        var ring = new StackPane(mark.node(14));
        ring.setMinSize(24, 24);
        ring.setMaxSize(24, 24);
        ring.setStyle("-fx-background-color: -c-bg; -fx-background-radius: 12px; -fx-border-radius: 12px;"
                + " -fx-border-color: " + colour + ";");
        var line = new Region();
        line.setMaxWidth(1);
        line.setMinHeight(32);
        line.setTranslateY(16);
        line.setVisible(!last);
        line.setStyle("-fx-background-color: " + (mark == StateMark.DONE ? "-c-success" : "-c-divider") + ";");
        var cell = new StackPane(line, ring);
        cell.setMinWidth(24);
        cell.setMaxHeight(32);
        return cell;
    }

    private StateMark mark(Row row) {
        var states = steps(row).map(Step::state).toList();
        boolean over = purchase.state() instanceof PurchaseState.Refused;
        if (states.contains(State.FAILED)) {
            return StateMark.FAILED;
        }
        if (states.contains(State.RUNNING)) {
            return StateMark.RUNNING;
        }
        if (!states.contains(State.PASSED)) {
            return over ? StateMark.SKIPPED : StateMark.WAITING;
        }
        return states.contains(State.WAITING) ? StateMark.RUNNING : StateMark.DONE;
    }

    private String time(Row row, StateMark mark) {
        if (mark != StateMark.DONE && mark != StateMark.FAILED) {
            return "";
        }
        var time = steps(row).map(Step::time).reduce(Duration.ZERO, Duration::plus);
        var formats = Formats.in(words.language());
        return time.toMillis() < 100 ? formats.number(time.toNanos() / 1e6, 1) + " ms" : formats.duration(time);
    }

    private Stream<Step> steps(Row row) {
        return purchase.state().steps().stream().filter(step -> row.checks.contains(step.check()));
    }
}
