package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Region G: state and facts of the shown workspace, running jobs with Cancel, measurements, memory.
final class StatusBar extends HBox {

    private final HBox left = new HBox(16);
    private final HBox right = new HBox(16);
    private final HBox jobs = new HBox(8);
    private final Words words;

    StatusBar(Words words, Places places, JobBoard board, TopFacts facts) {
        this.words = words.in(StatusBar.class);
        getStyleClass().addAll("status", "row");
        left.getStyleClass().add("row");
        right.getStyleClass().add("row");
        jobs.getStyleClass().add("row");
        var memory = Labels.caption(facts.memory());
        memory.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(left, Labels.spring(), jobs, right, memory);
        places.currentProperty()
                .flatMap(Workspace::status)
                .orElse(Status.ready(""))
                .subscribe(this::show);
        board.runningCount().subscribe(count -> showJobs(board, count.intValue()));
        words.languageProperty()
                .subscribe(() -> showJobs(board, board.runningCount().get()));
    }

    private void show(Status status) {
        left.getChildren().clear();
        right.getChildren().clear();
        if (!status.word().isEmpty()) {
            var word = new HBox(4, mark(status.state()), Labels.caption(status.word()));
            word.getStyleClass().add("row");
            left.getChildren().add(word);
        }
        status.facts().forEach(fact -> left.getChildren().add(Labels.caption(fact)));
        status.measurements().forEach(fact -> right.getChildren().add(Labels.caption(fact)));
    }

    private void showJobs(JobBoard board, int count) {
        jobs.getChildren().clear();
        if (count > 0) {
            var cancel = Buttons.link(words.text("cancel"), board::cancelAll);
            cancel.getStyleClass().add("status-cancel");
            jobs.getChildren()
                    .addAll(Icons.of(Feather.LOADER, 12, "accent"), Labels.caption(words.count("jobs", count)), cancel);
        }
    }

    private static FontIcon mark(Status.State state) {
        return switch (state) {
            case READY -> Icons.of(Feather.CHECK, 12, "ok");
            case RUNNING -> Icons.of(Feather.LOADER, 12, "accent");
            case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, 12, "warn");
            case FAILED -> Icons.of(Feather.X, 12, "bad");
            case SIMULATION -> Icons.of(Feather.SLIDERS, 12, "warn");
        };
    }
}
