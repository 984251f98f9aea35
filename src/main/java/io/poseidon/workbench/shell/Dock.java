package io.poseidon.workbench.shell;

import io.poseidon.workbench.job.JobState;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.StateMark;
import io.poseidon.workbench.ui.part.Tone;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Region F: jobs, history and log; 28 high while closed.
final class Dock extends VBox {

    /// The three lists.
    private enum Shown {
        JOBS,
        HISTORY,
        LOG
    }

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Words words;
    private final JobBoard board;
    private final NoticeStack notices;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(this, "shown", Shown.JOBS);
    private final VBox list = new VBox();
    private final ScrollPane scroll = Panel.scrolling(list);

    Dock(Words words, JobBoard board, NoticeStack notices) {
        this.words = words.in(Dock.class);
        this.board = board;
        this.notices = notices;
        getStyleClass().add("dock");
        scroll.setPrefHeight(160);
        scroll.setMinHeight(160);
        getChildren().addAll(tabs(), scroll);
        scroll.visibleProperty().bind(open);
        scroll.managedProperty().bind(open);
        InvalidationListener refill = changed -> fill();
        board.running().addListener(refill);
        board.ended().addListener(refill);
        notices.log().addListener(refill);
        shown.addListener(refill);
        open.addListener(refill);
        words.languageProperty().addListener(refill);
    }

    BooleanProperty openProperty() {
        return open;
    }

    private HBox tabs() {
        var chevron = Buttons.smallIcon(Feather.CHEVRON_UP, words.text("dock"), () -> open.set(!open.get()));
        open.subscribe(now -> chevron.setGraphic(Icons.of(now ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP, 12)));
        var row = new HBox(4, chevron);
        row.getStyleClass().addAll("row", "dock-tabs");
        for (var one : Shown.values()) {
            row.getChildren().add(tab(one));
        }
        return row;
    }

    private Button tab(Shown one) {
        var name = switch (one) {
            case JOBS ->
                words.text(
                        "jobs-tab",
                        board.runningCount().map(count -> count.intValue() == 0 ? "" : String.valueOf(count)));
            case HISTORY -> words.text("history-tab");
            case LOG -> words.text("log-tab");
        };
        var tab = Buttons.quiet(name, () -> {
            open.set(!(open.get() && shown.get() == one));
            shown.set(one);
        });
        tab.getStyleClass().add("dock-tab");
        Runnable mark = () -> tab.pseudoClassStateChanged(CURRENT, open.get() && shown.get() == one);
        open.subscribe(mark);
        shown.subscribe(mark);
        mark.run();
        return tab;
    }

    private void fill() {
        if (!open.get()) {
            list.getChildren().clear();
            return;
        }
        List<? extends Node> rows = switch (shown.get()) {
            case JOBS -> board.running().stream().map(this::running).toList();
            case HISTORY -> board.ended().stream().map(this::ended).toList();
            case LOG -> notices.log().stream().map(this::told).toList();
        };
        list.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            var nothing = Labels.muted(words.text("nothing"));
            nothing.getStyleClass().add("dock-nothing");
            list.getChildren().add(nothing);
        }
    }

    private Node running(JobState job) {
        var meter = new Meter(Tone.ACCENT, new SimpleStringProperty(job.title())).wide(160);
        meter.at(Math.max(0, job.fraction()));
        return new ListRow(28, StateMark.RUNNING.node(14), new SimpleStringProperty(job.title()))
                .trailing(
                        Labels.muted(job.detail()),
                        meter,
                        Buttons.small(words.text("cancel"), () -> board.cancel(job.id())));
    }

    private Node ended(JobBoard.Ended one) {
        var mark = switch (one.state().phase()) {
            case RUNNING, CANCELLING -> StateMark.RUNNING;
            case DONE -> StateMark.DONE;
            case FAILED -> StateMark.FAILED;
            case CANCELLED -> StateMark.SKIPPED;
        };
        var key = "phase." + one.state().phase().name().toLowerCase(java.util.Locale.ROOT);
        return new ListRow(
                        28, mark.node(14), new SimpleStringProperty(one.state().title()))
                .trailing(
                        Labels.muted(words.text(key)),
                        Labels.muted(formats().duration(one.took())),
                        Labels.muted(
                                formats().time(LocalTime.ofInstant(one.state().started(), ZoneId.systemDefault()))));
    }

    private Node told(NoticeStack.Told told) {
        var mark = told.problem() ? StateMark.FAILED : StateMark.DONE;
        return new ListRow(28, mark.node(14), told.text())
                .trailing(Labels.muted(formats().time(LocalTime.ofInstant(told.at(), ZoneId.systemDefault()))));
    }

    private Formats formats() {
        return Formats.in(words.language());
    }
}
