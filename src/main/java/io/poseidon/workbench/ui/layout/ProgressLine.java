package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.JobState;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.Tone;
import javafx.event.EventHandler;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One running job: what it does, a meter (or moving detail where the end is unknown), percent, Cancel (Escape too).
public final class ProgressLine extends VBox {

    private final Words words;
    private final Meter meter;
    private final Label percent = Labels.fixed("", "t12", "strong", "percent");
    private final Label detail = Labels.muted("");

    public ProgressLine(Words words, Jobs jobs, Job<?> job) {
        super(4);
        this.words = words;
        var kit = words.in(Words.class);
        getStyleClass().add("progress-line");
        meter = new Meter(Tone.ACCENT, kit.text("progress"));
        HBox.setHgrow(meter, Priority.ALWAYS);
        var cancel = Buttons.small(kit.text("cancel"), job::cancel);
        var row = Labels.row(meter, percent, Buttons.withKey("Esc", cancel));
        getChildren().addAll(row, detail);
        show(job.state());
        var stop = jobs.listen(state -> follow(job, state));
        EventHandler<KeyEvent> escape = event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                job.cancel();
                event.consume();
            }
        };
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
                stop.run();
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, escape);
            }
        });
    }

    private void follow(Job<?> job, JobState state) {
        if (state.id() == job.state().id()) {
            show(state);
        }
    }

    private void show(JobState state) {
        boolean known = state.fraction() >= 0;
        meter.at(known ? state.fraction() : 0);
        percent.setText(known ? Formats.in(words.language()).percent(state.fraction(), 0) : "");
        detail.setText(state.detail().isEmpty() ? state.title() : state.detail());
    }
}
