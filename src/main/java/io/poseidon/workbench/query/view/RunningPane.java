package io.poseidon.workbench.query.view;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// A question that runs: nothing for a moment, then how long it has been, and Cancel; after ten seconds
/// also that one need not wait.
final class RunningPane extends VBox {

    private static final Duration TICK = Duration.millis(100);
    private static final long SILENT = 100;
    private static final long LONG = 10_000;

    private final Words words;
    private final Instant started;
    private final Clock clock = Clock.systemUTC();
    private final Label time = Labels.fixed("", "t13", "strong");
    private final Label patience;

    RunningPane(Words words, Job<?> job) {
        super(12);
        this.words = words;
        this.started = job.state().started();
        getStyleClass().addAll("card", "running");
        patience = Labels.paragraph(words.text("running.long"));
        patience.managedProperty().bind(patience.visibleProperty());
        var cancel = Buttons.withKey("Esc", Buttons.small(words.text("cancel"), job::cancel));
        getChildren().addAll(Labels.row(StateMark.RUNNING.node(16), time, Labels.spring(), cancel), patience);
        setMaxSize(480, USE_PREF_SIZE);
        tick();
        var ticking = new Timeline(new KeyFrame(TICK, event -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                ticking.stop();
            } else {
                ticking.play();
            }
        });
    }

    private void tick() {
        var passed = java.time.Duration.between(started, clock.instant());
        setVisible(passed.toMillis() >= SILENT);
        time.setText(words.now("running.for", Formats.in(words.language()).duration(passed)));
        patience.setVisible(passed.toMillis() >= LONG);
    }
}
